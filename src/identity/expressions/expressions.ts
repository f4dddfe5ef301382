import { Python, type PythonOptions } from '#python/python.ts';
import { PythonError } from '#python/python-error.ts';
import { trustedText } from '#python/python-files.ts';
import type { ExpressionGiven, ExpressionLookups, ProviderGiven } from './expression-given.ts';

/** An expression, with the name that errors tell. */
export interface Expression {
  readonly name: string;
  readonly text: string;
}

/** What an expression returned, which may be anything, and the events that it made for the audit log. */
export interface ExpressionResult {
  readonly value: unknown;
  readonly events: readonly { readonly action: string; readonly context: Readonly<Record<string, unknown>> }[];
  /** What it printed and logged. */
  readonly printed: string;
}

/** What an expression would give somebody: the claims, or the error that whoever wrote it is shown. */
export type ExpressionPreview =
  | { readonly claims: Readonly<Record<string, unknown>>; readonly printed: string }
  | { readonly error: string; readonly line: number | null; readonly printed: string };

const module = 'authentik_expressions';

/**
 * Expressions in Python, with the variables, functions and objects that authentik documents for property mappings.
 * They run in a Python of their own, which starts with the first that is run.
 */
export class Expressions {
  readonly #python: Python;

  constructor(options: Omit<PythonOptions, 'trusted'> = {}) {
    const text = trustedText(new URL(`./${module}.py`, import.meta.url));
    this.#python = new Python({ milliseconds: 2000, ...options, trusted: { [module]: text } });
  }

  /** Runs an expression. Throws a PythonError that names the line, where it fails or is not supported. */
  async run({ name, text }: Expression, given: ExpressionGiven, lookups: ExpressionLookups): Promise<ExpressionResult> {
    const { value, printed } = await this.#python.evaluate({
      text,
      file: name,
      variables: { ...given },
      through: `${module}.run`,
      lookup: (kind, query) => answer(lookups, kind, query),
    });
    const result = value as Omit<ExpressionResult, 'printed'>;
    return { ...result, printed };
  }

  /** Checks an expression without running it; throws the PythonError of the first problem. */
  async check({ name, text }: Expression): Promise<void> {
    await this.#python.check({ text, file: name, variables: nothing, through: `${module}.run` });
  }

  /** What an expression gives for a chosen user. Nothing is kept of it. */
  async preview(
    expression: Expression,
    given: ExpressionGiven,
    lookups: ExpressionLookups,
  ): Promise<ExpressionPreview> {
    try {
      const { value, printed } = await this.run(expression, given, lookups);
      if (value === null) return { claims: {}, printed };
      if (typeof value === 'object' && !Array.isArray(value))
        return { claims: value as Record<string, unknown>, printed };
      const kind = Array.isArray(value) ? 'a list' : typeof value === 'string' ? 'a text' : `a ${typeof value}`;
      return { error: `The expression must return a dictionary, not ${kind}.`, line: null, printed };
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      return { error: error.message, line: error.details.line ?? null, printed: error.details.printed ?? '' };
    }
  }

  /** Ends the Python, if one runs. */
  stop(): Promise<void> {
    return this.#python.stop();
  }
}

function answer(lookups: ExpressionLookups, kind: string, query: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { exact, group, user, application } = query;
  switch (kind) {
    case 'users':
      return lookups.users(exact as Record<string, unknown>);
    case 'groups':
      return lookups.groups(exact as Record<string, unknown>);
    case 'group_users':
      return lookups.groupUsers(group as string);
    case 'group_parents':
      return lookups.groupParents(group as string);
    case 'group_children':
      return lookups.groupChildren(group as string);
    case 'entitlements':
      return lookups.entitlements(user as number, application as string | null);
    case 'authenticators':
      return lookups.authenticators(user as number);
    default:
      throw new Error(`An expression asked for ${kind}.`);
  }
}

const nobody: ProviderGiven = {
  id: 0,
  name: '',
  client_type: '',
  client_id: '',
  sub_mode: '',
  issuer_mode: '',
  include_claims_in_id_token: true,
  application: { id: '', name: '', slug: '', launch_url: '' },
};
/** Enough to know which names there are. */
const nothing = { user: null, provider: nobody, scopes: [] };
