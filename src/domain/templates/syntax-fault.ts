import { compileTemplate } from './environment.ts';

/** What is wrong with a template's syntax; undefined where nothing is. */
export function syntaxFault(template: string): string | undefined {
  try {
    compileTemplate(template);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
