"""What a web application does that logs its users in through python-social-auth's OpenIdConnectAuth: SETTINGS.

SETTINGS are the application's, as JSON. The program is one browser's session with it: it reads a command a line, as
JSON, and answers each with a line:

  {"do": "begin"}                                   where the browser is sent
  {"do": "complete", "url": …}                      the callback that it comes back with: whom it logged in
  {"do": "refresh", "uid": …}                       new tokens for a user, and what the provider tells with them
  {"do": "verify", "id_token": …, "access_token": …}  the claims of tokens that came another way

What python-social-auth refuses is answered with the name of its exception, and with its words.
"""

import base64
import json
import sys
from itertools import count
from urllib.parse import parse_qsl, urlsplit

from social_core.actions import do_auth, do_complete
from social_core.backends.open_id_connect import OpenIdConnectAuth
from social_core.exceptions import SocialAuthBaseException
from social_core.pipeline import DEFAULT_AUTH_PIPELINE
from social_core.storage import AssociationMixin, BaseStorage, UserMixin
from social_core.strategy import BaseStrategy

NAME = OpenIdConnectAuth.name


class SecretSignedAuth(OpenIdConnectAuth):
    """For a provider that has no signing key: id_tokens are signed with the client's secret, which is no public key."""

    JWT_ALGORITHMS = ["HS256"]

    def get_remote_jwks_keys(self):
        _, secret = self.get_key_and_secret()
        return [{"kty": "oct", "alg": "HS256", "k": base64.urlsafe_b64encode(secret.encode()).decode().rstrip("=")}]


class User:
    numbers = count(1)
    is_active = True
    is_authenticated = True

    def __init__(self, username, email=""):
        self.id = next(self.numbers)
        self.username = username
        self.email = email
        self.fullname = ""
        self.details = {}
        self.groups = []


class SocialUsers(UserMixin):
    """The people who have logged in, and the accounts that were made for them."""

    known = {}

    def __init__(self, user, uid, provider):
        self.user, self.uid, self.provider, self.extra_data = user, uid, provider, {}

    def save(self):
        self.known[self.provider, self.uid] = self

    @classmethod
    def user_model(cls):
        return User

    @classmethod
    def username_max_length(cls):
        return 150

    @classmethod
    def get_username(cls, user):
        return user.username

    @classmethod
    def user_exists(cls, *, username):
        return any(one.user.username == username for one in cls.known.values())

    @classmethod
    def create_user(cls, **fields):
        return User(**fields)

    @classmethod
    def changed(cls, user):
        """Objects in memory are stored as they are changed."""

    @classmethod
    def get_social_auth(cls, provider, uid):
        return cls.known.get((provider, uid))

    @classmethod
    def create_social_auth(cls, user, uid, provider):
        made = cls(user, uid, provider)
        made.save()
        return made


class Nonces(AssociationMixin):
    """Nonces that were given out and haven't come back; python-social-auth keeps them as associations."""

    numbers = count(1)
    known = []

    @classmethod
    def store(cls, server_url, association):
        association.id, association.server_url = next(cls.numbers), server_url
        cls.known.append(association)

    @classmethod
    def get(cls, server_url=None, handle=None):
        return [one for one in cls.known if (one.server_url, one.handle) == (server_url, handle)]

    @classmethod
    def remove(cls, ids_to_delete):
        cls.known[:] = [one for one in cls.known if one.id not in ids_to_delete]


class Storage(BaseStorage):
    user = SocialUsers
    association = Nonces

    @classmethod
    def is_integrity_error(cls, exception):
        return False


class Strategy(BaseStrategy):
    """A framework without a web server: its settings are given, and so is what the browser asks for."""

    def __init__(self, settings):
        super().__init__(Storage)
        self.settings, self.session, self.asked = settings, {}, {}

    def get_setting(self, name):
        return self.settings[name]

    def get_backends(self):
        return [self.settings["AUTHENTICATION_BACKEND"]]

    def request_data(self, merge=True):
        return self.asked

    def request_host(self):
        return urlsplit(self.settings["CALLBACK"]).netloc

    def build_absolute_uri(self, path=None):
        return path or ""

    def redirect(self, url):
        return url

    def session_get(self, name, default=None):
        return self.session.get(name, default)

    def session_set(self, name, value):
        self.session[name] = value

    def session_pop(self, name):
        return self.session.pop(name, None)

    def backend(self, asked=()):
        """The backend for one request of the browser."""
        self.asked = dict(asked)
        return self.get_backend(NAME, redirect_uri=self.settings["CALLBACK"])


def take_groups(user, details, response, *args, **kwargs):
    """A step of the pipeline: a user has the groups that the provider tells of."""
    user.details, user.groups = details, response.get("groups", [])


def begin(strategy):
    return {"redirect": do_auth(strategy.backend())}


def complete(strategy, url):
    entered = []
    backend = strategy.backend(parse_qsl(urlsplit(url).query))
    went_to = do_complete(backend, lambda _backend, user, social: entered.append((user, social)))
    [(user, social)] = entered
    return {
        "wentTo": went_to,
        "uid": social.uid,
        "isNew": user.is_new,
        "details": user.details,
        "user": {"id": user.id, "username": user.username, "email": user.email, "fullname": user.fullname},
        "groups": user.groups,
        "tokens": tokens(social),
    }


def refresh(strategy, uid):
    social = SocialUsers.get_social_auth(NAME, uid)
    social.refresh_token(strategy)
    backend = strategy.backend()
    bearer = {"Authorization": f"Bearer {social.access_token}"}
    return {"tokens": tokens(social), "userinfo": backend.get_json(backend.userinfo_url(), headers=bearer)}


def verify(strategy, id_token, access_token):
    return {"claims": strategy.backend().validate_and_return_id_token(id_token, access_token)}


def tokens(social):
    return {name: social.extra_data.get(name) for name in ("access_token", "refresh_token", "id_token")}


def answer(strategy, do, **given):
    try:
        return {"begin": begin, "complete": complete, "refresh": refresh, "verify": verify}[do](strategy, **given)
    except SocialAuthBaseException as refusal:
        return {"refused": type(refusal).__name__, "why": str(refusal)}


if __name__ == "__main__":
    application = Strategy(
        {
            "AUTHENTICATION_BACKEND": "social_core.backends.open_id_connect.OpenIdConnectAuth",
            "SOCIAL_AUTH_PIPELINE": (*DEFAULT_AUTH_PIPELINE, f"{__name__}.take_groups"),
            "LOGIN_REDIRECT_URL": "/home/",
            **json.loads(sys.argv[1]),
        }
    )
    for line in sys.stdin:
        print(json.dumps(answer(application, **json.loads(line))), flush=True)
