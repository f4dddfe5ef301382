import { pathToFileURL } from 'node:url';

/**
 * Imports a JavaScript or TypeScript module. Node reads TypeScript itself from 22.18 on; before, the builder that
 * Patchbay is built with takes the types away, where it is installed.
 */
export async function importScript(path: string): Promise<Record<string, unknown>> {
  if (!path.endsWith('.ts') || (process.features as { typescript?: unknown }).typescript)
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const esbuild = await import('esbuild').catch(() => null);
  if (!esbuild)
    throw new Error(
      'TypeScript needs Node 22.18 or newer, or the package esbuild beside Patchbay; JavaScript needs neither.',
    );
  // Its process is ended at once: a worker that has one running can't be ended.
  const { outputFiles } = await esbuild
    .build({ entryPoints: [path], bundle: true, write: false, platform: 'node', format: 'esm', logLevel: 'silent' })
    .finally(() => esbuild.stop());
  const text = outputFiles[0]!.text;
  return (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as Record<
    string,
    unknown
  >;
}
