import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';

/** Parameters of Jinja's environment that a template may set; a list holds the values that it may take. */
const allowed: Readonly<Record<string, readonly string[] | 'any'>> = {
  auto_reload: 'any',
  autoescape: 'any',
  cache_size: 'any',
  enable_async: 'any',
  keep_trailing_newline: 'any',
  lstrip_blocks: 'any',
  optimized: 'any',
  trim_blocks: 'any',
  block_start_string: 'any',
  block_end_string: 'any',
  comment_start_string: 'any',
  comment_end_string: 'any',
  line_comment_prefix: 'any',
  line_statement_prefix: 'any',
  newline_sequence: 'any',
  variable_start_string: 'any',
  variable_end_string: 'any',
  undefined: ['jinja2.ChainableUndefined', 'jinja2.DebugUndefined', 'jinja2.StrictUndefined', 'jinja2.Undefined'],
};

/** A template's environment has parameters that are known to be harmless. */
export const environmentParameters: ModelRules = {
  validate(drafts) {
    for (const draft of drafts) {
      const problem = problemOf(draft);
      if (problem) draft.errors.add('environment_params', problem);
    }
  },
};

function problemOf(draft: Draft): string | undefined {
  const given = JSON.parse(draft.get('environment_params') ?? 'null') as unknown;
  if (typeof given !== 'object' || given === null) return undefined;
  for (const [key, value] of Object.entries(given)) {
    if (key === 'finalize')
      return 'The "finalize" parameter is deprecated and may not be set on new or modified templates.';
    const values = Object.hasOwn(allowed, key) ? allowed[key] : undefined;
    if (values === undefined) return `"${key}" is not a permitted Jinja2 environment parameter.`;
    if (values !== 'any' && !values.includes(String(value)))
      return `Invalid value "${String(value)}" for parameter "${key}". Allowed values are: ${values.join(', ')}`;
  }
  return undefined;
}
