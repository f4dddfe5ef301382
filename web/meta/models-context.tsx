import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type ReactNode } from 'react';
import type { MetaIndex } from '../../src/surfaces/meta/contract.ts';
import { inLanguage } from './in-language.ts';
import { indexQuery } from './index-query.ts';
import { type Models, models } from './models.ts';

/** The models by name and path, for everything inside the frame: asked by thousands of cells, hence no query of each. */
export const ModelsContext = createContext<Models | undefined>(undefined);

const indexed = { ...indexQuery, select: (index: MetaIndex) => models(inLanguage(index)) };

/** Fetches the models and gives them to all inside; suspends until they are known. */
export function ModelsProvider({ children }: { readonly children: ReactNode }) {
  return <ModelsContext value={useSuspenseQuery(indexed).data}>{children}</ModelsContext>;
}
