import type { FolderLoader } from './folder-loader.ts';
import { jsonLoader } from './json-loader.ts';

/** Who reads which files of the configuration folder. */
export const loaders: readonly FolderLoader[] = [jsonLoader];
