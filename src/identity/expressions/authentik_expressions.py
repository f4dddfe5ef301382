"""What authentik documents for property mapping expressions: their variables, functions and objects."""

import datetime
import ipaddress
import re

from .query import Model, Query
from .sandbox import sandbox

NETWORK = "expressions don't reach the network"
MISSING = {
    "requests": NETWORK,
    "resolve_dns": NETWORK,
    "reverse_dns": NETWORK,
    "ak_send_email": "expressions send nothing",
    "ak_call_policy": "there are no policies",
    "ak_message": "it belongs to policies, which there are none of",
    "ak_client_ip": "it belongs to policies, which there are none of",
    "ak_create_jwt": "expressions make no tokens",
    "ak_create_jwt_raw": "expressions make no tokens",
}


def run(compile, lookup, given, run=True):
    """Runs an expression; answers what it returned and the events that it made."""
    events = []
    variables = Given(lookup, given, events).variables()
    expression = compile(variables, MISSING)
    if not run:
        return None
    return {"value": expression(), "events": events}


class Given:
    """The variables and functions of one run."""

    def __init__(self, lookup, given, events):
        self.lookup = lookup
        self.given = given
        self.events = events

    def variables(self):
        user = User(self.lookup, self.given["user"]) if self.given.get("user") else None
        provider = OAuth2Provider(self.given["provider"])
        token = Token(user, provider, self.given["scopes"])
        groups = type("Group", (Group,), {"objects": everything(self.lookup, "groups", Group)})
        users = type("User", (User,), {"objects": everything(self.lookup, "users", User)})
        sandbox.modules.provide("authentik.core.models", {"Group": groups, "User": users})
        return {
            "user": user,
            "request": PolicyRequest(user, self.given.get("context", {})),
            "provider": provider,
            "token": token,
            "ak_logger": BoundLogger({}),
            "ak_is_group_member": is_group_member,
            "ak_user_by": self.user_by,
            "ak_user_has_authenticator": self.user_has_authenticator,
            "ak_create_event": self.create_event,
            "regex_match": regex_match,
            "regex_replace": regex_replace,
            "list_flatten": list_flatten,
            "ip_address": ipaddress.ip_address,
            "ip_network": ipaddress.ip_network,
        }

    def user_by(self, **filters):
        return everything(self.lookup, "users", User).filter(**filters).first()

    def user_has_authenticator(self, user, device_type=None):
        found = self.lookup("authenticators", user=user.pk)
        return bool(found.get(device_type)) if device_type else any(found.values())

    def create_event(self, action, **context):
        self.events.append({"action": str(action), "context": {name: told(value) for name, value in context.items()}})


def told(value):
    """A value as an event keeps it."""
    if isinstance(value, Model):
        return {"model": type(value).__name__, "pk": value.pk, "name": str(value)}
    if isinstance(value, dict):
        return {str(key): told(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, Query)):
        return [told(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


def regex_match(value, regex):
    return re.match(regex, str(value)) is not None


def regex_replace(value, regex, repl):
    return re.sub(regex, repl, str(value))


def list_flatten(value):
    if not isinstance(value, (list, tuple)):
        return value
    return value[0] if value else None


def is_group_member(user, **group_filters):
    return user.all_groups().filter(**group_filters).exists()


class BoundLogger:
    """structlog's logger: a message, and values by name."""

    def __init__(self, bound):
        self._bound = bound

    def bind(self, **values):
        return BoundLogger({**self._bound, **values})

    def _say(self, level, event, values):
        said = "".join(f" {name}={value}" for name, value in {**self._bound, **values}.items())
        print(f"{level} expression: {event}{said}")

    def debug(self, event="", **values):
        """The server's log keeps none of these."""

    def info(self, event="", **values):
        self._say("INFO", event, values)

    def warning(self, event="", **values):
        self._say("WARNING", event, values)

    warn = warning

    def error(self, event="", **values):
        self._say("ERROR", event, values)

    exception = critical = error


def everything(lookup, kind, model):
    """All rows of a kind. What is asked for exactly is told to whoever looks them up, who may answer with fewer."""
    return Rows(model, lambda exact: [model(lookup, row) for row in lookup(kind, exact=exact)])


class Rows(Query):
    """All rows of a kind, which are looked up outside."""

    def __init__(self, model, find, exact=None, filters=None):
        self._find, self._exact, self._filters = find, exact or {}, filters or {}
        narrowed = lambda: Query(model, lambda: find(self._exact)).filter(**self._filters)
        super().__init__(model, narrowed)

    def filter(self, *conditions, **filters):
        if conditions:
            return super().filter(*conditions)
        exact = {name: value for name, value in filters.items() if isinstance(value, (str, int))}
        return Rows(self.model, self._find, {**self._exact, **exact}, {**self._filters, **filters})


class Group(Model):
    def __init__(self, lookup, row):
        self._lookup = lookup
        self.pk = self.group_uuid = self.id = row["id"]
        self.name = row["name"]
        self.is_superuser = row["is_superuser"]
        self.attributes = row["attributes"]

    def _related(self, kind, model):
        return Query(model, lambda: [model(self._lookup, row) for row in self._lookup(kind, group=self.pk)])

    @property
    def users(self):
        return self._related("group_users", User)

    @property
    def parents(self):
        return self._related("group_parents", Group)

    @property
    def parent(self):
        return self.parents.first()

    @property
    def children(self):
        return self._related("group_children", Group)

    def is_member(self, user):
        return self in user.all_groups()

    def __str__(self):
        return self.name


class User(Model):
    is_authenticated, is_anonymous = True, False

    def __init__(self, lookup, row):
        self._lookup = lookup
        self._groups = row["groups"]
        self.pk = self.id = row["id"]
        for name in ("uuid", "uid", "username", "name", "email", "is_active", "type", "path", "attributes"):
            setattr(self, name, row[name])
        for name in ("date_joined", "last_login", "password_change_date"):
            setattr(self, name, datetime.datetime.fromisoformat(row[name]) if row[name] else None)

    def _in(self, wanted):
        rows = [row for row in self._groups if wanted(row)]
        return Query(Group, lambda: [Group(self._lookup, row) for row in rows])

    @property
    def ak_groups(self):
        """The groups that the user was put into; authentik 2025.12 calls them `groups`."""
        return self._in(lambda row: row["direct"])

    groups = ak_groups

    def all_groups(self):
        """Those, and all above them."""
        return self._in(lambda row: True)

    @property
    def is_superuser(self):
        return self.all_groups().filter(is_superuser=True).exists()

    is_staff = is_superuser

    def group_attributes(self, request=None):
        """The attributes of all groups, and the user's own upon them."""
        merged = {}
        for group in self.all_groups().order_by("name"):
            merged = merge(merged, group.attributes)
        return merge(merged, self.attributes)

    def app_entitlements(self, app=None):
        application = app.pk if app is not None else None
        return Query(
            ApplicationEntitlement,
            lambda: [
                ApplicationEntitlement(row)
                for row in self._lookup("entitlements", user=self.pk, application=application)
            ],
        )

    def app_entitlements_attributes(self, app=None):
        merged = {}
        for entitlement in self.app_entitlements(app):
            merged = merge(merged, entitlement.attributes)
        return merge(merged, self.group_attributes())

    def locale(self, request=None):
        return self.attributes.get("settings", {}).get("locale", "")

    def get_full_name(self):
        return self.name

    def get_username(self):
        return self.username

    def __str__(self):
        return self.username


def merge(before, later):
    """Objects into each other, lists behind each other, of anything else the later one."""
    if isinstance(before, dict) and isinstance(later, dict):
        return {**before, **{key: merge(before[key], value) if key in before else value for key, value in later.items()}}
    if isinstance(before, list) and isinstance(later, list):
        return [*before, *later]
    return later


class ApplicationEntitlement(Model):
    def __init__(self, row):
        self.pk = self.name = row["name"]
        self.attributes = row["attributes"]

    def __str__(self):
        return self.name


class Application(Model):
    def __init__(self, row):
        self.pk = self.pbm_uuid = row["id"]
        self.name, self.slug = row["name"], row["slug"]
        self.meta_launch_url = row["launch_url"]

    def get_launch_url(self, user=None):
        return self.meta_launch_url or None

    def __str__(self):
        return self.name


class OAuth2Provider(Model):
    def __init__(self, row):
        self.pk = self.id = row["id"]
        for name in ("name", "client_type", "client_id", "sub_mode", "issuer_mode", "include_claims_in_id_token"):
            setattr(self, name, row[name])
        self.application = Application(row["application"])

    def __str__(self):
        return self.name


class Token(Model):
    """What the claims are for."""

    def __init__(self, user, provider, scopes):
        self.pk = None
        self.user, self.provider = user, provider
        self.scope = self.scopes = list(scopes)


class PolicyRequest:
    """The request as authentik's policies and mappings see it."""

    http_request = None
    obj = None
    debug = False

    def __init__(self, user, context):
        self.user = user
        self.context = context

    def __getattr__(self, name):
        raise AttributeError(f"request has no attribute {name} here")
