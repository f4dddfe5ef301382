import builtins

from .names import hidden

PLAIN = (
    "abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict divmod enumerate filter float "
    "format frozenset hash hex id int isinstance issubclass iter len list map max min next object oct ord pow property "
    "range repr reversed round set slice sorted staticmethod str sum super tuple zip NotImplemented Ellipsis"
).split()
ERRORS = [
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
    and name not in ("SystemExit", "KeyboardInterrupt", "GeneratorExit")
]


def seen(name):
    if isinstance(name, str) and hidden(name):
        raise AttributeError(f"the attribute {name} is not available here")
    return name


def guarded_getattr(target, name, *default):
    return getattr(target, seen(name), *default)


def guarded_hasattr(target, name):
    return hasattr(target, seen(name))


def guarded_setattr(target, name, value):
    setattr(target, seen(name), value)


def guarded_delattr(target, name):
    delattr(target, seen(name))


class OneArgument(type):
    """`type` in a text: tells what something is, and makes nothing."""

    def __call__(cls, target):
        return cls if isinstance(target, type) else type(target)

    def __instancecheck__(cls, target):
        return isinstance(target, type)

    def __subclasscheck__(cls, target):
        return issubclass(target, type)

    def __repr__(cls):
        return "<class 'type'>"


KindOf = OneArgument("type", (), {})


def guarded_build_class(function, name, *bases):
    for base in bases:
        if base is KindOf or (isinstance(base, type) and issubclass(base, type)):
            raise TypeError("classes of classes are not supported")
    return builtins.__build_class__(function, name, *bases)


def builtin_names(importer):
    """The builtins of a text, with its own way to import."""
    return {
        **{name: getattr(builtins, name) for name in (*PLAIN, *ERRORS)},
        "getattr": guarded_getattr,
        "hasattr": guarded_hasattr,
        "setattr": guarded_setattr,
        "delattr": guarded_delattr,
        "type": KindOf,
        "print": print,
        "__build_class__": guarded_build_class,
        "__import__": importer,
        "True": True,
        "False": False,
        "None": None,
    }
