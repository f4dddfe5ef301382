"""NetBox's side of a login step: accounts and groups as its steps use them.

Nothing is written here. What a step changes is noted, in order, and done outside, in the login's transaction.
"""

import ast

from .plain import plain
from .query import Model, Query
from .sandbox import sandbox


class Login:
    """What one step is told and changes."""

    def __init__(self, lookup, context):
        self.lookup = lookup
        self.settings = context.get("settings", {})
        self.effects = []
        self.users = {}
        self.made = []
        self.renamed = {}
        self.gone = set()

    def note(self, effect, **values):
        self.effects.append({"effect": effect, **values})

    def user(self, row):
        """The one object for an account, whichever way it was found."""
        if row is None:
            return None
        if row["id"] not in self.users:
            self.users[row["id"]] = User(self, row)
        return self.users[row["id"]]

    def groups(self):
        kept = [Group(self, row["id"], row["name"]) for row in self.lookup("groups")]
        return [group for group in [*kept, *self.made] if group.name not in self.gone]

    def make_group(self, name):
        group = Group(self, -1 - len(self.made), str(name))
        self.made.append(group)
        self.note("make_group", group=group.name)
        return group


class Holder:
    """The login that runs at the moment; models are classes, as they are in Django."""

    login = None


def current():
    if Holder.login is None:
        raise RuntimeError("accounts and groups are there during a login only, not while a file is loaded")
    return Holder.login


class GroupObjects(Query):
    def __init__(self):
        super().__init__(Group, lambda: current().groups())

    def create(self, name):
        if self.filter(name=name).exists():
            raise ValueError(f"there is a group {name} already")
        return current().make_group(name)

    def get_or_create(self, defaults=None, **filters):
        found = self.filter(**filters).first()
        if found:
            return found, False
        if set(filters) - {"name", "name__iexact"} or set(defaults or {}) - {"name"}:
            raise TypeError("a group is made with its name alone")
        return current().make_group((defaults or {}).get("name") or next(iter(filters.values()))), True


class UserObjects(Query):
    def __init__(self):
        super().__init__(User, lambda: wide("all accounts are not read: ask for id, username or email"))

    def filter(self, *conditions, **filters):
        asked = {name: value for name, value in filters.items() if name in LOOKED_UP}
        if not asked:
            wide(f"accounts are looked up by {', '.join(sorted(LOOKED_UP))}")
        name, value = next(iter(asked.items()))
        login = current()
        rows = login.lookup("users", **{LOOKED_UP[name]: str(value)})
        return Query(User, lambda: [login.user(row) for row in rows]).filter(**filters)


LOOKED_UP = {
    "id": "id", "pk": "id", "username": "username", "username__iexact": "username",
    "email": "email", "email__iexact": "email",
}


def wide(reason):
    raise TypeError(reason)


class Group(Model):
    """A group. Its object stands for it under the name that it has."""

    def __init__(self, login, pk, name):
        self._login = login
        self.pk = self.id = int(pk)
        self.name = name

    @property
    def user_set(self):
        return GroupUsers(self._login, self)

    users = user_set

    def save(self, *args, **kwargs):
        """Nothing of a group can be changed by a step."""

    def delete(self):
        raise TypeError("a step deletes no group")

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<Group: {self.name}>"


class GroupUsers:
    """The members of a group, as far as a step may change them."""

    def __init__(self, login, group):
        self._login, self._group = login, group

    def add(self, *users):
        for user in users:
            user.groups.add(self._group)

    def remove(self, *users):
        for user in users:
            user.groups.remove(self._group)


FIELDS = ("username", "first_name", "last_name", "email", "is_active", "is_superuser")


class User(Model):
    """An account. `save` notes what has changed; what NetBox has no column for (is_staff) is kept nowhere."""

    is_authenticated, is_anonymous = True, False
    is_staff = False

    def __init__(self, login, row):
        self._login = login
        self._row = row
        self._member = None
        self.pk = self.id = int(row["id"])
        for name in FIELDS:
            setattr(self, name, row[name])

    @property
    def groups(self):
        return UserGroups(self)

    def _groups(self):
        if self._member is None:
            self._member = [Group(self._login, row["id"], row["name"])
                            for row in self._login.lookup("user_groups", user=self._row["id"])]
        return self._member

    def save(self, *args, update_fields=None, **kwargs):
        names = [name for name in FIELDS if update_fields is None or name in update_fields]
        changed = {name: getattr(self, name) for name in names if getattr(self, name) != self._row[name]}
        for name, value in changed.items():
            kind = type(self._row[name])
            if type(value) is not kind:
                raise TypeError(f"{name} must be a {kind.__name__}, not {value!r}")
        if changed:
            self._row = {**self._row, **changed}
            self._login.note("change_user", user=self._row["id"], changes=changed)

    def refresh_from_db(self, *args, **kwargs):
        for name in FIELDS:
            setattr(self, name, self._row[name])

    def get_full_name(self):
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self):
        return self.first_name

    def get_username(self):
        return self.username

    def __str__(self):
        return self.username

    def __repr__(self):
        return f"<User: {self.username}>"


class UserGroups(Query):
    """The groups of an account."""

    def __init__(self, user):
        super().__init__(Group, user._groups)
        self._user = user

    def _group(self, group):
        if isinstance(group, Group):
            return group
        if isinstance(group, (int, str)) and str(group).isdigit():
            return Group.objects.get(pk=int(group))
        raise TypeError(f"a group or its id is needed, not {group!r}")

    def add(self, *groups):
        member = self._user._groups()
        for group in map(self._group, groups):
            if group not in member:
                member.append(group)
                self._user._login.note("add_to_group", user=self._user._row["id"], group=group.name)

    def remove(self, *groups):
        member = self._user._groups()
        for group in map(self._group, groups):
            if group in member:
                member.remove(group)
                self._user._login.note("remove_from_group", user=self._user._row["id"], group=group.name)

    def clear(self):
        self.remove(*self._all())

    def set(self, groups, clear=False):
        wanted = [self._group(group) for group in groups]
        self.remove(*[group for group in self._all() if group not in wanted])
        self.add(*wanted)

    def create(self, name):
        group = Group.objects.create(name)
        self.add(group)
        return group


Group.objects = GroupObjects()
User.objects = UserObjects()


class Settings:
    """django.conf.settings."""

    def __getattr__(self, name):
        settings = Holder.login.settings if Holder.login else {}
        if name not in settings:
            raise AttributeError(f"there is no setting {name}")
        return settings[name]


class Strategy:
    def __init__(self, settings):
        self._settings = settings

    def setting(self, name, default=None, backend=None):
        for prefix in (f"SOCIAL_AUTH_{backend.name.upper().replace('-', '_')}_" if backend else "", "SOCIAL_AUTH_", ""):
            if f"{prefix}{name}" in self._settings:
                return self._settings[f"{prefix}{name}"]
        return default

    def get_setting(self, name):
        return self._settings[name]


class Backend:
    """The provider, as its settings describe it; it asks the provider for nothing."""

    def __init__(self, row, strategy):
        self._settings = row["settings"]
        self.name = row["name"]
        self.strategy = strategy
        self.ID_KEY = row["id_key"]

    def setting(self, name, default=None):
        return self._settings[name] if name in self._settings else self.strategy.setting(name, default, self)

    def __getattr__(self, name):
        raise AttributeError(f"backend has no attribute {name} here")

    def __str__(self):
        return self.name


class Social(Model):
    """A row of social_auth_usersocialauth, to be read."""

    def __init__(self, row, user):
        self.pk = self.id = int(row["id"])
        self.provider, self.uid, self.extra_data, self.user = row["provider"], row["uid"], row["extraData"], user


class SocialAuthBaseException(ValueError):
    """Somebody is turned away; the words are for them."""


class AuthException(SocialAuthBaseException):
    said = "The login failed."

    def __init__(self, backend=None, *args):
        self.backend = backend
        super().__init__(*args)

    def __str__(self):
        told = " ".join(str(item) for item in self.args)
        return f"{self.said} {told}".strip() if type(self) is not AuthException else told or self.said


class AuthFailed(AuthException):
    said = "The login failed:"


class AuthCanceled(AuthException):
    said = "The login was cancelled."


class AuthForbidden(AuthException):
    said = "You may not log in here."


class AuthAlreadyAssociated(AuthException):
    said = "This login belongs to another account already."


class AuthMissingParameter(AuthException):
    said = "The provider's answer lacks"


class PermissionDenied(Exception):
    pass


accounts = {"Group": Group, "User": User}
errors = (SocialAuthBaseException, AuthException, AuthFailed, AuthCanceled, AuthForbidden, AuthAlreadyAssociated,
          AuthMissingParameter)
provided = {
    "netbox.authentication": {"Group": Group},
    "users.models": accounts,
    "django.contrib.auth.models": accounts,
    "django.contrib.auth": {"get_user_model": lambda: User},
    "django.conf": {"settings": Settings()},
    "django.core.exceptions": {
        "PermissionDenied": PermissionDenied,
        "ObjectDoesNotExist": Model.DoesNotExist,
        "MultipleObjectsReturned": Model.MultipleObjectsReturned,
    },
    "social_core.exceptions": {error.__name__: error for error in errors},
}
for name, contents in provided.items():
    sandbox.modules.provide(name, contents)


def run_step(function, lookup, context):
    """Calls a step as python-social-auth does; answers what it handed on and what is to be done for it."""
    login = Login(lookup, context)
    Holder.login = login
    try:
        state = context["state"]
        user = login.user(state["user"])
        strategy = Strategy(login.settings)
        details, response = dict(state["details"]), dict(state["response"])
        before = [plain(details), plain(response)]
        returned = function(**{
            **state["more"],
            "strategy": strategy,
            "backend": Backend(context["backend"], strategy),
            "storage": None,
            "request": {},
            "details": details,
            "response": response,
            "user": user,
            "social": Social(state["social"], user) if state["social"] else None,
            "uid": state["uid"],
            "username": state["username"],
            "is_new": state["is_new"],
            "new_association": state["new_association"],
        })
        if returned is not None and not isinstance(returned, dict):
            raise TypeError(f"a step returns nothing or a dictionary, not {type(returned).__name__}")
        handed = {name: value for name, value in (returned or {}).items() if name not in KEPT}
        for name, now, old in (("details", details, before[0]), ("response", response, before[1])):
            if name not in handed and plain(now) != old:
                handed[name] = now
        if "user" in handed:
            chosen = handed["user"]
            if chosen is not None and not isinstance(chosen, User):
                raise TypeError(f"a step returns a user, not {type(chosen).__name__}")
            handed["user"] = chosen and chosen._row["id"]
        return {"handed": plain(handed, "what the step returned"), "effects": login.effects}
    finally:
        Holder.login = None


# What is the same for every step.
KEPT = ("strategy", "backend", "storage", "request", "social")


def unsupported(tree):
    """What a step asks of a user, the provider or a model that isn't there: told at start, and not at a login."""
    problems = []
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            names = {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
            given = {name: kind for name, kind in PARAMETERS.items() if name in names}
            problems += asked(function, given)
    models = {alias.asname or alias.name: provided[node.module][alias.name]
              for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module in provided
              for alias in node.names if provided[node.module].get(alias.name) in (User, Group)}
    return [*problems, *asked(tree, models)]


PARAMETERS = {"user": User, "backend": Backend, "strategy": Strategy, "social": Social}
# What each thing has: of a model's manager and of a user's groups, what the query has.
HAS = {
    User: {*dir(User), *FIELDS, "pk", "id"},
    Group: {*dir(Group), "pk", "id", "name"},
    Backend: {*dir(Backend), "name", "strategy", "ID_KEY"},
    Strategy: {*dir(Strategy)},
    Social: {*dir(Social), "pk", "id", "provider", "uid", "extra_data", "user"},
}
BEHIND = {(User, "groups"): UserGroups, (User, "objects"): UserObjects, (Group, "objects"): GroupObjects}


def asked(tree, given):
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Load):
            continue
        owner = node.value
        if isinstance(owner, ast.Name) and owner.id in given and owner.id not in stored:
            if node.attr not in HAS[given[owner.id]]:
                yield node.lineno, f"{owner.id}.{node.attr} is not supported"
        elif isinstance(owner, ast.Attribute) and isinstance(owner.value, ast.Name) and owner.value.id in given:
            behind = BEHIND.get((given[owner.value.id], owner.attr))
            if behind and not hasattr(behind, node.attr):
                yield node.lineno, f"{owner.value.id}.{owner.attr}.{node.attr} is not supported"


sandbox.checks.append(unsupported)
