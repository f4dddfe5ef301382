import type { Registry } from '#registry/registry.ts';

/** What a content type is called. */
export interface NamedModel {
  readonly label: string;
  readonly plural: string;
  /** What one is, in a sentence. */
  readonly description: string;
  /** REST path below /api/. */
  readonly rest: string | undefined;
}

/** Models that NetBox's database has content types for, but which mean nothing here. */
const foreign: Readonly<Record<string, NamedModel>> = {
  'account.usertoken': {
    label: 'token',
    plural: 'tokens',
    description: 'One of a user’s own tokens.',
    rest: undefined,
  },
  'django_rq.dashboard': {
    label: 'Django-RQ',
    plural: 'Django-RQ',
    description: 'The right to see the queues of jobs.',
    rest: undefined,
  },
};

/** The names of the model of a content type; undefined where the content type is left of a model that is no more. */
export const namedModel = (registry: Registry, app: string, model: string): NamedModel | undefined =>
  registry.find(`${app}.${model}`) ?? foreign[`${app}.${model}`];
