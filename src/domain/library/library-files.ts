import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder of the library holds definitions of. */
const libraryFolders = {
  'device-types': 'dcim.devicetype',
  'module-types': 'dcim.moduletype',
  'rack-types': 'dcim.racktype',
} as const;

export type TypeModel = (typeof libraryFolders)[keyof typeof libraryFolders];

export interface LibraryFile {
  /** Below the library's folder: `device-types/Acme/X1.yaml`. */
  readonly name: string;
  readonly path: string;
  readonly model: TypeModel;
}

/** The definitions of a library, `<kind>/<Manufacturer>/<type>.yaml`, in the order of their names. */
export async function libraryFiles(folder: string): Promise<readonly LibraryFile[]> {
  const found: LibraryFile[] = [];
  for (const [kind, model] of Object.entries(libraryFolders)) {
    const names = await readdir(join(folder, kind), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    for (const name of names.sort())
      if (/\.ya?ml$/i.test(name)) found.push({ name: join(kind, name), path: join(folder, kind, name), model });
  }
  return found;
}
