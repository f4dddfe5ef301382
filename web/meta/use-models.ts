import { useSuspenseQuery } from '@tanstack/react-query';
import { indexQuery } from './index-query.ts';
import { type Models, models } from './models.ts';

const indexed = { ...indexQuery, select: models };

/** The models by name and path; suspends until they are known. */
export function useModels(): Models {
  return useSuspenseQuery(indexed).data;
}
