import nunjucks from 'nunjucks';
import { installDialect } from './jinja/dialect.ts';
import { filters } from './jinja/filters.ts';
import { globals } from './jinja/globals.ts';
import { tests } from './jinja/tests.ts';

/** What a template's environment is told: Jinja's names. */
export type EnvironmentParameters = Readonly<Record<string, unknown>>;

/** Templates that others include, by their paths. */
export type Library = ReadonlyMap<string, string>;

/** An environment that speaks Jinja as far as nunjucks can. */
function environment(parameters: EnvironmentParameters, library: Library): nunjucks.Environment {
  installDialect();
  const made = new nunjucks.Environment(
    new LibraryLoader(library) as unknown as nunjucks.ILoader,
    {
      autoescape: parameters.autoescape === true,
      trimBlocks: parameters.trim_blocks === true,
      lstripBlocks: parameters.lstrip_blocks === true,
      throwOnUndefined: parameters.undefined === 'jinja2.StrictUndefined',
      tags: tagsOf(parameters),
    } as nunjucks.ConfigureOptions,
  );
  const tables = made as unknown as Record<'filters' | 'tests' | 'globals', Record<string, unknown>>;
  Object.assign(tables.filters, filters, { d: filters.default });
  Object.assign(tables.tests, tests);
  Object.assign(tables.globals, globals);
  // What every object has by birth is no filter, test or name.
  for (const table of [tables.filters, tables.tests, tables.globals]) Object.setPrototypeOf(table, null);
  return made;
}

const tags = {
  blockStart: 'block_start_string',
  blockEnd: 'block_end_string',
  variableStart: 'variable_start_string',
  variableEnd: 'variable_end_string',
  commentStart: 'comment_start_string',
  commentEnd: 'comment_end_string',
} as const;

function tagsOf(parameters: EnvironmentParameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, given]) =>
      typeof parameters[given] === 'string' ? [[name, parameters[given] as string]] : [],
    ),
  );
}

class LibraryLoader {
  readonly #library: Library;
  constructor(library: Library) {
    this.#library = library;
  }
  getSource(name: string): { src: string; path: string; noCache: boolean } | null {
    const src = this.#library.get(name);
    return src === undefined ? null : { src, path: name, noCache: false };
  }
}

/** Compiles a template. Throws where its syntax is wrong. */
export function compileTemplate(
  code: string,
  parameters: EnvironmentParameters = {},
  library: Library = new Map(),
): nunjucks.Template {
  // Jinja drops one newline at the end of a template unless told to keep it.
  const source = parameters.keep_trailing_newline === true ? code : code.replace(/\r?\n$/, '');
  return new nunjucks.Template(source, environment(parameters, library), 'template', true);
}
