/**
 * Which rooms a room may see: itself, and those named here. Downward only (docs/architecture.md):
 * base ← fields ← registry ← {models, query} ← database ← access ← operations ← jobs ← {surfaces, domain}.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  base: [],
  fields: ['base'],
  registry: ['base', 'fields'],
  models: ['base', 'fields', 'registry'],
  query: ['base', 'fields', 'registry'],
  database: ['base', 'fields', 'registry', 'models', 'query'],
  access: ['base', 'fields', 'registry', 'models', 'query', 'database'],
  operations: ['base', 'fields', 'registry', 'models', 'query', 'database', 'access'],
  jobs: ['base', 'fields', 'registry', 'models', 'query', 'database', 'access', 'operations'],
  surfaces: ['base', 'fields', 'registry', 'models', 'query', 'database', 'access', 'operations', 'jobs'],
  domain: ['base', 'fields', 'registry', 'models', 'query', 'database', 'access', 'operations', 'jobs'],
  python: ['base'],
  sso: ['base', 'python', 'fields', 'registry', 'models', 'query', 'database', 'access'],
  identity: ['base', 'python', 'fields', 'registry', 'models', 'query', 'database', 'access'],
};

/** Rooms that put the others together, and may see them all. */
export const roots: readonly string[] = ['server', 'cli'];

/** Rooms that treat all models alike: none may be named in them. */
export const modelBlind: readonly string[] = ['query', 'database', 'access', 'operations', 'surfaces'];

/** Models that may be named there all the same, with the reason. */
export const namedModels: Readonly<Record<string, string>> = {
  'contenttypes.contenttype': 'every generic relation points through it',
  'core.datafile': 'an import may read one',
  'core.objecttype': 'the same rows under another name',
  'core.configrevision': 'settings that change while the server runs are its rows',
  'core.objectchange': 'the change log is written for every model',
  'extras.bookmark': 'the interface marks any object',
  'extras.cachedvalue': 'the search index is written for every model',
  'extras.customfield': 'any model may have custom fields',
  'extras.savedfilter': 'any list may be asked by a saved filter',
  'extras.tag': 'any model may have tags',
  'extras.taggeditem': 'any model may have tags',
  'tenancy.tenant': 'whatever has a tenant is filtered by its group, too',
  'users.group': 'permissions are given to it',
  'users.objectpermission': 'it is what permissions are made of',
  'users.owner': 'whatever has an owner is filtered by its group, too',
  'users.token': 'a request is told by it',
  'users.user': 'it is who asks',
};

/** Files that may name any model, with the reason. */
export const namingFiles: Readonly<Record<string, string>> = {
  'src/surfaces/meta/attached.ts': 'what people attach to any object stands in tabs of its page',
  'src/surfaces/meta/navigation.ts': 'the menu lists the models in the order in which people look for them',
};
