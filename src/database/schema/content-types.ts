import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** One row of django_content_type with what hangs on it: its permissions, and how NetBox's object type tells of it. */
export interface ContentType {
  readonly id: number;
  readonly app: string;
  readonly model: string;
  readonly public: boolean;
  readonly features: readonly string[];
  readonly permissions: readonly (readonly [codename: string, name: string])[];
}

/** The content types of a new database, numbered in the registry's order. */
export function contentTypes(registry: Registry): ContentType[] {
  return [...registry.models.map(ofModel), ...tableless].map((type, index) => ({ id: index + 1, ...type }));
}

const ofModel = (model: Model): Omit<ContentType, 'id'> => ({
  app: model.app,
  model: model.model,
  public: model.public ?? model.rest !== undefined,
  features: (model.features ?? [])
    .map((feature) => feature.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    .sort(),
  permissions: [...everyday(model.model, model.label), ...(model.permissions ?? [])],
});

/** The permissions that Django gives every model. */
const everyday = (model: string, label: string): [string, string][] =>
  ['add', 'change', 'delete', 'view'].map((action) => [`${action}_${model}`, `Can ${action} ${label}`]);

/** NetBox's models without a table or rows of their own, which its permissions know all the same. */
const tableless: readonly Omit<ContentType, 'id'>[] = [
  { app: 'account', model: 'usertoken', public: false, features: [], permissions: everyday('usertoken', 'user token') },
  { app: 'django_rq', model: 'dashboard', public: false, features: [], permissions: [['admin', 'Access admin page']] },
];
