import { cloneRepository } from './clone-repository.ts';
import { localFolder } from './local-folder.ts';
import { type Opening, type OpenSource, type Source, SourceError } from './source.ts';

const types: Readonly<Record<string, (source: Source, opening: Opening) => Promise<OpenSource>>> = {
  local: async ({ url }, opening) => ({ folder: await localFolder(url, opening), close: async () => {} }),
  git: cloneRepository,
};

/** Makes a source's files readable. Throws a SourceError that says why they aren't. */
export async function openSource(source: Source, opening: Opening): Promise<OpenSource> {
  const open = Object.hasOwn(types, source.type) ? types[source.type] : undefined;
  if (open) return open(source, opening);
  throw new SourceError(
    `Sources of the type "${source.type}" can't be read here: ${Object.keys(types).join(' and ')} can.`,
  );
}
