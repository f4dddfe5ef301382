import { useSuspenseQuery } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { modelQuery } from './model-query.ts';

/** One model in full; suspends until it is known. */
export function useModel(path: string): ModelMeta {
  return useSuspenseQuery(modelQuery(path)).data;
}
