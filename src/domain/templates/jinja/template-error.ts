/** Something that a template did that Jinja would refuse, under the name of Jinja's exception. */
export class TemplateError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** A template asked something of a value that is not there. */
export const undefinedError = (message: string): TemplateError => new TemplateError('UndefinedError', message);
