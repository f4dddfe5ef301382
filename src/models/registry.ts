import { createRegistry } from '#registry/registry.ts';
import { models } from './index.ts';

/** The registry of all models. */
export const registry = createRegistry(models);
