import { compileTemplate, type EnvironmentParameters, type Library } from './environment.ts';

/** A template with everything that it is rendered with. */
export interface Rendering {
  readonly code: string;
  readonly parameters?: EnvironmentParameters;
  readonly library?: Library;
  readonly context: Readonly<Record<string, unknown>>;
}

/** A template's text. Throws a RenderError. */
export function renderTemplate({ code, parameters = {}, library = new Map(), context }: Rendering): string {
  try {
    return compileTemplate(code, parameters, library).render(context).replaceAll('\r\n', '\n');
  } catch (error) {
    throw renderError(error as NunjucksError);
  }
}

interface NunjucksError extends Error {
  lineno?: number;
  cause?: Error;
}

/** What went wrong in a template, told as NetBox tells it: the exception, what it says, and the line. */
export class RenderError extends Error {}

function renderError({ message, lineno, cause, name }: NunjucksError): RenderError {
  const line = /\[Line (\d+)/.exec(message)?.[1] ?? (lineno ? String(lineno) : undefined);
  const text = message.replace(/^\([^)]*\)( \[Line \d+, Column \d+\])?\s*/, '').trim();
  const [, exception = undefined, said = text] = /^(\w+(?:Error|NotFound)): ([\s\S]*)$/.exec(text) ?? [];
  const kind =
    exception && exception !== 'Error' ? exception : (pythonName[cause?.name ?? name] ?? 'TemplateSyntaxError');
  return new RenderError(`${kind}: ${said}${line ? `\nLine: ${line}` : ''}`);
}

const pythonName: Readonly<Record<string, string>> = {
  'Template render error': 'TemplateSyntaxError',
  TypeError: 'TypeError',
};
