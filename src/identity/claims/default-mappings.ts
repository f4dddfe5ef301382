/** A scope mapping that comes along, under the name that authentik's blueprints and documentation know it by. */
export interface DefaultMapping {
  readonly name: string;
  readonly managed: string;
  readonly scope_name: string;
  readonly description: string;
  readonly expression: string;
}

const managed = (scope: string) => `goauthentik.io/providers/oauth2/scope-${scope}`;

/** Of those that come along, the ones that nearly every client needs. */
export const usualMappings: readonly string[] = ['openid', 'email', 'profile'].map(managed);

/**
 * The mappings that every installation has. Their expressions can be changed as any other; as long as they are these
 * texts, `built-in-claims.ts` gives the same claims without starting Python.
 */
export const defaultMappings: readonly DefaultMapping[] = [
  {
    name: "authentik default OAuth Mapping: OpenID 'openid'",
    managed: managed('openid'),
    scope_name: 'openid',
    description: '',
    expression: 'return {}',
  },
  {
    name: "authentik default OAuth Mapping: OpenID 'email'",
    managed: managed('email'),
    scope_name: 'email',
    description: 'Email address',
    expression: 'return {"email": request.user.email, "email_verified": False}',
  },
  {
    name: "authentik default OAuth Mapping: OpenID 'profile'",
    managed: managed('profile'),
    scope_name: 'profile',
    description: 'General profile information',
    expression: [
      'return {',
      '    "name": request.user.name,',
      '    "given_name": request.user.name,',
      '    "preferred_username": request.user.username,',
      '    "nickname": request.user.username,',
      '    "groups": [group.name for group in request.user.ak_groups.all()],',
      '}',
    ].join('\n'),
  },
  {
    name: "authentik default OAuth Mapping: OpenID 'entitlements'",
    managed: managed('entitlements'),
    scope_name: 'entitlements',
    description: 'Application entitlements',
    expression: [
      'entitlements = [entitlement.name for entitlement in request.user.app_entitlements(provider.application)]',
      'return {"entitlements": entitlements, "roles": entitlements}',
    ].join('\n'),
  },
  {
    name: "authentik default OAuth Mapping: OpenID 'offline_access'",
    managed: managed('offline_access'),
    scope_name: 'offline_access',
    description: 'Access to request new tokens without interaction',
    expression: 'return {}',
  },
];
