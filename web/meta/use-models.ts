import { use } from 'react';
import type { Models } from './models.ts';
import { ModelsContext } from './models-context.tsx';

/** The models by name and path. Throws outside of the frame. */
export function useModels(): Models {
  const models = use(ModelsContext);
  if (!models) throw new Error('The models are only known inside the frame.');
  return models;
}
