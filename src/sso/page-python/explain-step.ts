import { PythonError } from '#python/python-error.ts';

/**
 * An error of a step, with the claim that it lacked, where that is the reason: the steps that go round with the
 * integration's page break on an answer without `groups`, and say nothing of it.
 */
export function explainStep(error: unknown, response: Readonly<Record<string, unknown>>): unknown {
  if (!(error instanceof PythonError)) return error;
  const { type = '', said = '' } = error.details;
  const name =
    type === 'KeyError' ? said : /^(?:UnboundLocal|Name)Error$/.test(type) ? /'(\w+)'/.exec(said)?.[1] : undefined;
  if (!name || Object.hasOwn(response, name)) return error;
  const has = Object.keys(response).sort().join(', ');
  return new PythonError(`${error.reason}. The provider's answer has no ${name}: it has ${has}.`, error.details);
}
