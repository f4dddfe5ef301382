import { readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { settingsTable } from '#base/settings.ts';
import { type LoadedText, Python } from '#python/python.ts';
import { PythonError } from '#python/python-error.ts';
import { trustedText } from '#python/python-files.ts';
import { ConfigurationFolderError } from '../folder/configuration-folder-error.ts';
import type { FolderFile, FolderLoader } from '../folder/folder-loader.ts';
import { pythonStep } from './python-step.ts';

/** `*.py`: what NetBox's configuration folder holds, and the steps beside it, run in a Python that is shut in. */
export const pythonLoader: FolderLoader = {
  endings: ['.py'],
  async load(files, environment) {
    const python = new Python({
      trusted: { netbox_steps: trustedText(new URL('./netbox_steps.py', import.meta.url)) },
      log: (line) => console.error(line),
    });
    try {
      const texts = await Promise.all(files.map((file) => readText(file)));
      const loaded = new Map<string, LoadedText>();
      for (const text of inOrder(texts)) loaded.set(text.stem, await load(python, text, environment));
      const settings = texts.map(({ file, stem }) => ({ file, values: loaded.get(stem)!.settings }));
      const all = Object.assign({}, ...settings.map(({ values }) => values)) as Record<string, unknown>;
      return {
        settings,
        step(stem, name) {
          if (!loaded.get(stem)?.functions.some((each) => each.name === name)) return undefined;
          return pythonStep(python, { module: moduleOf(stem), function: name, settings: all });
        },
        close: () => python.stop(),
      };
    } catch (error) {
      await python.stop();
      throw error;
    }
  },
};

interface Text {
  readonly file: FolderFile;
  readonly stem: string;
  readonly text: string;
}

async function readText(file: FolderFile): Promise<Text> {
  try {
    return { file, stem: parse(file.name).name, text: await readFile(file.path, 'utf8') };
  } catch (error) {
    throw new ConfigurationFolderError(file.name, null, `it can't be read: ${(error as Error).message}`);
  }
}

/** NetBox keeps steps in its own package; files find each other there, too. */
const moduleOf = (stem: string): string => `netbox.${stem}`;

async function load(python: Python, { file, text, stem }: Text, environ: Readonly<Record<string, string>>) {
  try {
    const loaded = await python.load({ name: moduleOf(stem), file: file.name, text, environ });
    for (const [name, reason] of Object.entries(loaded.others))
      if (Object.hasOwn(settingsTable, name) || name.startsWith('SOCIAL_AUTH_'))
        throw new ConfigurationFolderError(file.name, loaded.lines[name] ?? null, reason);
    return loaded;
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    throw new ConfigurationFolderError(error.details.file ?? file.name, error.details.line ?? null, error.reason);
  }
}

/** Those that others import first; among themselves by name. */
function inOrder(texts: readonly Text[]): readonly Text[] {
  const ordered = new Set<Text>();
  const visit = (text: Text, above: readonly Text[]) => {
    if (ordered.has(text) || above.includes(text)) return;
    for (const [, module] of text.text.matchAll(/^\s*(?:from|import)\s+([\w.]+)/gm)) {
      const other = texts.find(({ stem }) => moduleOf(stem) === module);
      if (other) visit(other, [...above, text]);
    }
    ordered.add(text);
  };
  for (const text of texts) visit(text, []);
  return [...ordered];
}
