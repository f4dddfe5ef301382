import type { resources } from '#identity/administration/resources.ts';

type Kind = keyof typeof resources;
type Values = Record<string, unknown>;

/** How a model of authentik is kept here. */
export interface BlueprintModel {
  readonly kind: Kind;
  /** Our names of authentik's fields, where they differ. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Fields that mean nothing here. */
  readonly ignore?: readonly string[];
  /** Turns values into ours once the names are. */
  adapt?(values: Values): Values;
}

/** Models of authentik that a blueprint may name. */
export const blueprintModels: Readonly<Record<string, BlueprintModel>> = {
  'authentik_core.user': { kind: 'users', ignore: ['permissions', 'roles'] },
  'authentik_core.group': {
    kind: 'groups',
    ignore: ['permissions', 'roles'],
    adapt: ({ parent, ...values }) =>
      parent === undefined ? values : { ...values, parents: parent === null ? [] : [parent] },
  },
  'authentik_core.application': {
    kind: 'applications',
    rename: {
      meta_launch_url: 'launch_url',
      meta_description: 'description',
      meta_publisher: 'publisher',
      group: 'section',
    },
    ignore: ['open_in_new_tab', 'meta_icon', 'icon', 'backchannel_providers', 'permissions', 'meta_hide'],
  },
  'authentik_core.applicationentitlement': { kind: 'entitlements', rename: { app: 'application' } },
  'authentik_crypto.certificatekeypair': {
    kind: 'keys',
    rename: { key_data: 'private_key', certificate_data: 'certificate' },
    ignore: ['managed'],
  },
  'authentik_providers_oauth2.scopemapping': { kind: 'scope-mappings', ignore: ['managed'] },
  'authentik_providers_oauth2.oauth2provider': {
    kind: 'providers',
    ignore: [
      'invalidation_flow',
      'authentication_flow',
      'encryption_key',
      'jwks_sources',
      'jwt_federation_sources',
      'jwt_federation_providers',
      'refresh_token_threshold',
      'logout_method',
      'grant_types',
      'permissions',
    ],
    adapt({ authorization_flow, redirect_uris, ...values }) {
      const adapted: Values = { ...values };
      if (authorization_flow !== undefined) adapted.consent = consentOf(authorization_flow);
      // Until 2024.12 they were lines of patterns or texts.
      if (redirect_uris !== undefined)
        adapted.redirect_uris =
          typeof redirect_uris === 'string' ? redirect_uris.split('\n').filter(Boolean) : redirect_uris;
      return adapted;
    },
  },
};

/** Models whose entries have no effect here, with the reason. */
export const ignoredModels: ReadonlyMap<string, string> = new Map([
  [
    'authentik_blueprints.metaapplyblueprint',
    'what the blueprints of authentik itself make is always here; apply others before',
  ],
]);

/** Who may use an application is a model of its own at authentik. */
export const bindingModel = 'authentik_policies.policybinding';

/** Flows are not kept; of a provider's it matters whether it asks for consent. */
export const flowModel = 'authentik_flows.flow';

const consentOf = (flow: unknown): 'implicit' | 'explicit' => (/explicit/.test(String(flow)) ? 'explicit' : 'implicit');
