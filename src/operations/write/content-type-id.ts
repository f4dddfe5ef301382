import { InvalidValue } from '#fields/parse.ts';
import type { WriteContext } from './write-context.ts';

/** The id of the content type that `<app>.<model>` names. Throws InvalidValue in NetBox's words if it names none. */
export function contentTypeId(value: unknown, context: WriteContext): string {
  if (typeof value !== 'string' || value.split('.').length !== 2)
    throw new InvalidValue("Invalid value. Specify a content type as '<app_label>.<model_name>'.");
  const id = context.contentTypes.id(value.toLowerCase());
  if (id === undefined) throw new InvalidValue(`Invalid content type: ${value}`);
  return id;
}
