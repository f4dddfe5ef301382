import { randomText } from '#access/make-token.ts';
import { HttpError } from '#base/http-error.ts';
import type { Queryable } from '#database/connect.ts';
import { usualMappings } from '#identity/claims/default-mappings.ts';
import { completeKey } from '#identity/keys/complete-key.ts';
import { longestCommonName, usualValidityDays } from '#identity/keys/make-certificate.ts';
import { algorithms } from '#identity/keys/make-key-version.ts';
import { reservedSlugs } from '#identity/routes/endpoints.ts';
import { subModes } from '#identity/rows/provider-row.ts';
import {
  attributes,
  choice,
  days,
  flag,
  password,
  python,
  redirectUris,
  reference,
  references,
  seconds,
  secret,
  text,
  told,
} from './kinds.ts';
import type { Resource } from './resource.ts';

const targets = {
  users: { name: 'users', table: 'patchbay.identity_user', id: 'bigint', key: 'username' },
  groups: { name: 'groups', table: 'patchbay.identity_group', id: 'uuid', key: 'name' },
  keys: { name: 'keys', table: 'patchbay.identity_key', id: 'uuid', key: 'name' },
  'scope-mappings': { name: 'scope-mappings', table: 'patchbay.identity_scope_mapping', id: 'uuid', key: 'name' },
  providers: { name: 'providers', table: 'patchbay.identity_provider', id: 'bigint', key: 'name' },
  applications: { name: 'applications', table: 'patchbay.identity_application', id: 'uuid', key: 'slug' },
  entitlements: { name: 'entitlements', table: 'patchbay.identity_entitlement', id: 'uuid', key: 'name' },
} as const;

/** Of fields that are used up when the object is written. */
const notStored = { column: undefined, writeOnly: true } as const;

const membership = 'patchbay.identity_membership';
const parentage = 'patchbay.identity_group_parent';

/** Everything that is administered, by its name in addresses. */
export const resources: Readonly<Record<keyof typeof targets, Resource>> = {
  users: {
    ...targets.users,
    label: 'User',
    search: ['username', 'name', 'email'],
    list: ['username', 'name', 'email', 'is_active', 'groups', 'last_login'],
    fields: {
      username: text('username', 'Username', { required: true, max: 150 }),
      name: text('name', 'Name'),
      email: text('email', 'E-mail', {
        max: 254,
        pattern: /^[^\s@]+@[^\s@]+$/,
        refused: 'Enter a valid email address.',
      }),
      is_active: flag('is_active', 'Active', { help: 'Whoever is not active cannot sign in, nor be signed in.' }),
      type: choice('type', 'Type', ['internal', 'external', 'service_account']),
      path: text('path', 'Path', { max: 300 }),
      groups: references('Groups', targets.groups, { table: membership, own: 'user_id', other: 'group_id' }),
      attributes: attributes(),
      password: password('password', 'Password'),
      uuid: told('uuid', 'UUID', 'text'),
      created: told('created', 'Created'),
      last_login: told('last_login', 'Last login'),
    },
  },
  groups: {
    ...targets.groups,
    label: 'Group',
    search: ['name'],
    list: ['name', 'parents', 'is_superuser'],
    fields: {
      name: text('name', 'Name', { required: true, max: 250 }),
      is_superuser: flag('is_superuser', 'Superusers', { help: 'Told to expressions; it permits nothing here.' }),
      parents: references('Parents', targets.groups, { table: parentage, own: 'group_id', other: 'parent_id' }),
      users: references('Users', targets.users, { table: membership, own: 'group_id', other: 'user_id' }),
      attributes: attributes(),
      created: told('created', 'Created'),
    },
    check: refuseOwnAncestor,
  },
  keys: {
    ...targets.keys,
    label: 'Key',
    search: ['name'],
    list: ['name', 'algorithm', 'created'],
    fields: {
      name: text('name', 'Name', { required: true, max: 250 }),
      algorithm: choice('algorithm', 'Algorithm', algorithms, {
        initial: 'RS256',
        help: 'Of a key that is made here; a key that is brought along decides it itself.',
      }),
      private_key: {
        ...text('', 'Private key', { widget: 'textarea', max: 20_000, help: 'In PEM; left empty, a key is made.' }),
        ...notStored,
      },
      certificate: {
        ...text('', 'Certificate', {
          widget: 'textarea',
          max: 50_000,
          help: 'In PEM, with its chain behind it: of the key that is brought along, or a new one of the key that is here. Left empty, the key signs one for itself.',
        }),
        ...notStored,
      },
      common_name: {
        ...text('', 'Common name', {
          max: longestCommonName,
          help: 'What a certificate that is made here says; of a key that is here already it makes a new one.',
        }),
        ...notStored,
      },
      subject_alt_name: {
        ...text('', 'Alternative names', {
          pattern: /^[a-zA-Z0-9.:*_-]+(?:[\s,]+[a-zA-Z0-9.:*_-]+)*$/,
          refused: 'These must be DNS names and addresses, with commas between them.',
          help: 'DNS names and addresses, with commas between them.',
        }),
        ...notStored,
      },
      validity_days: {
        ...days('Validity in days', `Of a certificate that is made here; ${usualValidityDays} unless said.`),
        ...notStored,
      },
      versions: {
        ...told('id', 'Versions', 'json'),
        tell: `(select coalesce(jsonb_agg(jsonb_build_object('kid', v.kid, 'public_jwk', v.public_jwk, 'certificate',
          v.certificate, 'certificate_subject', v.certificate_subject, 'certificate_expires', v.certificate_expires, 'created', v.created, 'verifies_until', v.verifies_until) order by v.id desc), '[]')
          from patchbay.identity_key_version v where v.key_id = t.id)`,
      },
      created: told('created', 'Created'),
    },
    complete: completeKey,
  },
  'scope-mappings': {
    ...targets['scope-mappings'],
    label: 'Scope mapping',
    search: ['name', 'scope_name'],
    list: ['name', 'scope_name', 'description'],
    fields: {
      name: text('name', 'Name', { required: true, max: 250 }),
      scope_name: text('scope_name', 'Scope name', {
        required: true,
        max: 250,
        pattern: /^[\x21\x23-\x5b\x5d-\x7e]+$/,
        refused: 'A scope has no spaces, quotes or backslashes.',
      }),
      description: text('description', 'Description', { help: 'What the user is told when asked for consent.' }),
      expression: python('expression', 'Expression'),
      managed: told('managed', 'Managed as', 'text'),
      created: told('created', 'Created'),
    },
  },
  providers: {
    ...targets.providers,
    label: 'OAuth2/OpenID provider',
    search: ['name', 'client_id'],
    list: ['name', 'client_type', 'client_id', 'application', 'signing_key'],
    fields: {
      name: text('name', 'Name', { required: true, max: 250 }),
      client_type: choice('client_type', 'Client type', ['confidential', 'public']),
      client_id: text('client_id', 'Client ID', {
        max: 255,
        pattern: /^[\x21-\x7e]+$/,
        refused: 'A client id is made of visible ASCII characters.',
        initial: () => randomText(40),
      }),
      client_secret: { ...secret('client_secret', 'Client secret'), initial: '' },
      redirect_uris: redirectUris('redirect_uris', 'Redirect URIs'),
      signing_key: reference('signing_key_id', 'Signing key', targets.keys, {
        help: 'Without one, id_tokens are signed with the client secret (HS256).',
      }),
      property_mappings: references(
        'Scopes',
        targets['scope-mappings'],
        { table: 'patchbay.identity_provider_mapping', own: 'provider_id', other: 'mapping_id' },
        // What authentik's form of a new provider has chosen, too.
        { preselected: { field: 'managed', values: usualMappings } },
      ),
      sub_mode: choice('sub_mode', 'Subject mode', subModes),
      issuer_mode: choice('issuer_mode', 'Issuer mode', ['per_provider', 'global']),
      consent: choice('consent', 'Consent', ['implicit', 'explicit']),
      include_claims_in_id_token: flag('include_claims_in_id_token', 'Claims in the id_token'),
      access_code_validity: seconds('access_code_validity', 'Access code validity'),
      access_token_validity: seconds('access_token_validity', 'Access token validity'),
      refresh_token_validity: seconds('refresh_token_validity', 'Refresh token validity'),
      logout_uri: text('logout_uri', 'Back-channel logout URI', {
        max: 2000,
        pattern: /^https?:\/\/\S+$/,
        refused: 'This must be an http or https address.',
      }),
      application: {
        ...told('id', 'Application', 'reference'),
        to: 'applications',
        tell: `(select jsonb_build_object('id', r.id, 'display', r.slug) from patchbay.identity_application r where r.provider_id = t.id)`,
      },
      created: told('created', 'Created'),
    },
  },
  applications: {
    ...targets.applications,
    label: 'Application',
    search: ['name', 'slug'],
    list: ['name', 'slug', 'provider', 'groups', 'users'],
    fields: {
      name: text('name', 'Name', { required: true, max: 250 }),
      slug: text('slug', 'Slug', {
        required: true,
        max: 50,
        pattern: new RegExp(
          `^(?!(?:${reservedSlugs.map((slug) => slug.replace('.', '\\.')).join('|')})$)[-a-zA-Z0-9_]+$`,
          'i',
        ),
        refused: 'A slug has letters, digits, dashes and underscores, and must not be the name of an endpoint.',
      }),
      provider: reference('provider_id', 'Provider', targets.providers),
      launch_url: text('launch_url', 'Launch URL', {
        max: 2000,
        pattern: /^https?:\/\/\S+$/,
        refused: 'This must be an http or https address.',
      }),
      description: text('description', 'Description', { max: 2000 }),
      publisher: text('publisher', 'Publisher'),
      section: text('section', 'Group', { help: 'Under which heading users find it.' }),
      policy_engine_mode: choice('policy_engine_mode', 'Policy engine mode', ['any', 'all'], {
        help: 'Whether one of the groups and users is enough, or all of them must fit.',
      }),
      groups: references(
        'Groups',
        targets.groups,
        { table: 'patchbay.identity_application_group', own: 'application_id', other: 'group_id' },
        { help: 'Who may use it; everybody where neither groups nor users are named.' },
      ),
      users: references('Users', targets.users, {
        table: 'patchbay.identity_application_user',
        own: 'application_id',
        other: 'user_id',
      }),
      created: told('created', 'Created'),
    },
  },
  entitlements: {
    ...targets.entitlements,
    label: 'Entitlement',
    search: ['name'],
    list: ['name', 'application', 'groups', 'users'],
    fields: {
      name: text('name', 'Name', { required: true, max: 250 }),
      application: reference('application_id', 'Application', targets.applications, { required: true }),
      groups: references('Groups', targets.groups, {
        table: 'patchbay.identity_entitlement_group',
        own: 'entitlement_id',
        other: 'group_id',
      }),
      users: references('Users', targets.users, {
        table: 'patchbay.identity_entitlement_user',
        own: 'entitlement_id',
        other: 'user_id',
      }),
      attributes: attributes(),
      created: told('created', 'Created'),
    },
  },
};

async function refuseOwnAncestor(sql: Queryable, id: string): Promise<void> {
  // Of two who make each other's group the parent at once, the second sees what the first did.
  await sql.unsafe("select pg_advisory_xact_lock(hashtext('patchbay.identity_group_parent'))");
  const found = await sql.unsafe(
    `with recursive above (id) as (
       select parent_id from ${parentage} where group_id = $1
       union select p.parent_id from ${parentage} p join above a on p.group_id = a.id
     ) select from above where id = $1`,
    [id],
  );
  if (found.length > 0) throw new HttpError(400, { parents: ['A group cannot be its own ancestor.'] });
}
