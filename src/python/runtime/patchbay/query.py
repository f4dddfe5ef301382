"""Rows as Django's querysets show them: the part that login steps and expressions use."""

import re


class DoesNotExist(Exception):
    """No row is as asked."""


class MultipleObjectsReturned(Exception):
    """More than one row is as asked."""


COMPARISONS = {
    "exact": lambda value, wanted: value is None if wanted is None else same(value, wanted),
    "iexact": lambda value, wanted: folded(value) == folded(wanted),
    "contains": lambda value, wanted: wanted in value if isinstance(value, (list, dict)) else str(wanted) in str(value),
    "icontains": lambda value, wanted: folded(wanted) in folded(value),
    "startswith": lambda value, wanted: str(value).startswith(str(wanted)),
    "istartswith": lambda value, wanted: folded(value).startswith(folded(wanted)),
    "endswith": lambda value, wanted: str(value).endswith(str(wanted)),
    "iendswith": lambda value, wanted: folded(value).endswith(folded(wanted)),
    "in": lambda value, wanted: any(same(value, item) for item in wanted),
    "regex": lambda value, wanted: re.search(wanted, str(value)) is not None,
    "iregex": lambda value, wanted: re.search(wanted, str(value), re.IGNORECASE) is not None,
    "gt": lambda value, wanted: value > wanted,
    "gte": lambda value, wanted: value >= wanted,
    "lt": lambda value, wanted: value < wanted,
    "lte": lambda value, wanted: value <= wanted,
    "isnull": lambda value, wanted: (value is None) == wanted,
}


def folded(value):
    return str(value).casefold()


def same(value, wanted):
    if value == wanted:
        return True
    # Keys are numbers here and texts there.
    return isinstance(value, (int, str)) and isinstance(wanted, (int, str)) and not isinstance(value, bool) and str(
        value
    ) == str(wanted)


def matches(row, filters):
    """Whether a row is as the filters ask: `name`, `name__startswith`, `attributes__building`."""
    return all(matches_one(row, path.split("__"), wanted) for path, wanted in filters.items())


def matches_one(value, path, wanted):
    for at, name in enumerate(path):
        if at == len(path) - 1 and at > 0 and name in COMPARISONS:
            if name == "isnull":
                return (value is None) == wanted
            return value is not None and COMPARISONS[name](value, wanted)
        value = part(value, name)
        if hasattr(value, "all") and at < len(path) - 1:
            return any(matches_one(row, path[at + 1 :], wanted) for row in value.all())
    return COMPARISONS["exact"](value, wanted)


def part(value, name):
    if value is None:
        return None
    if isinstance(value, dict):
        return value.get(name)
    if name.startswith("_") or not hasattr(value, name):
        raise TypeError(f"{type(value).__name__} has no {name} to filter by")
    return getattr(value, name)


class Query:
    """Rows that are read when they are needed, and can be filtered before."""

    def __init__(self, model, rows):
        self.model = model
        self._rows = rows

    def _all(self):
        return list(self._rows())

    def _with(self, change):
        return Query(self.model, lambda: change(self._all()))

    def all(self):
        return self._with(lambda rows: rows)

    def none(self):
        return self._with(lambda rows: [])

    def filter(self, *conditions, **filters):
        only_names(conditions)
        return self._with(lambda rows: [row for row in rows if matches(row, filters)])

    def exclude(self, *conditions, **filters):
        only_names(conditions)
        return self._with(lambda rows: [row for row in rows if not matches(row, filters)])

    def order_by(self, *names):
        def ordered(rows):
            for name in reversed(names):
                rows = sorted(rows, key=lambda row: part(row, name.lstrip("-")), reverse=name.startswith("-"))
            return rows

        return self._with(ordered)

    def distinct(self):
        return self._with(lambda rows: [row for at, row in enumerate(rows) if row not in rows[:at]])

    def get(self, **filters):
        rows = self.filter(**filters)._all()
        if len(rows) == 1:
            return rows[0]
        name = self.model.__name__
        asked = ", ".join(f"{key}={value!r}" for key, value in filters.items())
        if rows:
            raise self.model.MultipleObjectsReturned(f"{len(rows)} of {name} match: {asked}")
        raise self.model.DoesNotExist(f"{name} matching query does not exist: {asked}")

    def first(self):
        return next(iter(self._all()), None)

    def last(self):
        return next(reversed(self._all()), None)

    def exists(self):
        return bool(self._all())

    def count(self):
        return len(self._all())

    def values_list(self, *names, flat=False):
        rows = [[part(row, name) for name in names] for row in self._all()]
        return [row[0] for row in rows] if flat else [tuple(row) for row in rows]

    def values(self, *names):
        return [{name: part(row, name) for name in names} for row in self._all()]

    def __iter__(self):
        return iter(self._all())

    def __len__(self):
        return self.count()

    def __bool__(self):
        return self.exists()

    def __contains__(self, row):
        return row in self._all()

    def __getitem__(self, index):
        return self._all()[index]

    def __repr__(self):
        return f"<Query of {self.model.__name__}>"


def only_names(conditions):
    if conditions:
        raise TypeError("only filters by name are supported, such as name='x'")


class Model:
    """A row. It has what it was made with; two of one class with the same key are one."""

    class DoesNotExist(DoesNotExist):
        pass

    class MultipleObjectsReturned(MultipleObjectsReturned):
        pass

    def __getattr__(self, name):
        raise AttributeError(f"{type(self).__name__} has no attribute {name} here")

    def __eq__(self, other):
        return type(self) is type(other) and self.pk == other.pk

    def __hash__(self):
        return hash((type(self).__name__, self.pk))
