import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';

/** The models that GraphQL knows. */
export const servedModels = (registry: Registry): Model[] => registry.models.filter(({ graphql }) => graphql !== false);
