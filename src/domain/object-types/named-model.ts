import type { Registry } from '#registry/registry.ts';

/** What a content type is called. */
export interface NamedModel {
  readonly label: string;
  readonly plural: string;
  /** REST path below /api/. */
  readonly rest: string | undefined;
}

/** Models that NetBox's database has content types for, but which mean nothing here. */
const foreign: Readonly<Record<string, NamedModel>> = {
  'account.usertoken': { label: 'token', plural: 'tokens', rest: undefined },
  'django_rq.dashboard': { label: 'Django-RQ', plural: 'Django-RQ', rest: undefined },
};

/** The names of the model of a content type; undefined where the content type is left of a model that is no more. */
export const namedModel = (registry: Registry, app: string, model: string): NamedModel | undefined =>
  registry.find(`${app}.${model}`) ?? foreign[`${app}.${model}`];
