import { pythonWalk } from './python-walk.ts';

// Ours, with what the integration's own files do; test/shared/ walks with those.
await pythonWalk({
  'authentik.py': `from os import environ

SOCIAL_AUTH_OIDC_ENDPOINT = environ.get("SOCIAL_AUTH_OIDC_ENDPOINT")
SOCIAL_AUTH_OIDC_KEY = environ.get("SOCIAL_AUTH_OIDC_KEY")
SOCIAL_AUTH_OIDC_SECRET = environ.get("SOCIAL_AUTH_OIDC_SECRET")
SOCIAL_AUTH_OIDC_SCOPE = ["openid", "profile", "email", "roles"]
LOGOUT_REDIRECT_URL = environ.get("LOGOUT_REDIRECT_URL")
SOCIAL_AUTH_PIPELINE = (
    "social_core.pipeline.social_auth.social_details",
    "social_core.pipeline.social_auth.social_uid",
    "social_core.pipeline.social_auth.auth_allowed",
    "social_core.pipeline.social_auth.social_user",
    "social_core.pipeline.user.get_username",
    "social_core.pipeline.user.create_user",
    "social_core.pipeline.social_auth.associate_user",
    "social_core.pipeline.social_auth.load_extra_data",
    "social_core.pipeline.user.user_details",
    "netbox.custom_pipeline.add_groups",
    "netbox.custom_pipeline.keep_groups",
    "netbox.custom_pipeline.set_superuser",
)
`,
  'custom_pipeline.py': `from netbox.authentication import Group


def add_groups(response, user, backend, *args, **kwargs):
    for name in response["groups"]:
        user.groups.add(Group.objects.get_or_create(name=name)[0])


def keep_groups(response, user, backend, *args, **kwargs):
    for group in user.groups.exclude(name__in=response["groups"]):
        user.groups.remove(group)


def set_superuser(response, user, backend, *args, **kwargs):
    user.is_superuser = "superusers" in response["groups"]
    user.is_staff = "staff" in response["groups"]
    user.save()
`,
});
