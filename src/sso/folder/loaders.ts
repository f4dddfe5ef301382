import { pythonLoader } from '../page-python/python-loader.ts';
import type { FolderLoader } from './folder-loader.ts';
import { jsonLoader } from './json-loader.ts';
import { scriptLoader } from './script-loader.ts';

/** Who reads which files of the configuration folder. */
export const loaders: readonly FolderLoader[] = [jsonLoader, pythonLoader, scriptLoader];
