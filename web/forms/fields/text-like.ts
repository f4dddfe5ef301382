import { type TextKey, text } from '../../texts/text.ts';
import type { FormField } from './form-field.ts';

/** A field that holds REST's text as it is; `pattern` is what it must look like, `problem` what is said otherwise. */
export function textLike(
  parts: Pick<FormField, 'Input' | 'size'> & { readonly pattern?: RegExp; readonly problem?: TextKey },
): FormField {
  return {
    Input: parts.Input,
    size: parts.size,
    empty: '',
    read: (value) => (value === null || value === undefined ? '' : String(value)),
    write: (value) => String(value),
    parse: ([first = '']) => first,
    check(value, { max }) {
      const held = String(value);
      if (max !== undefined && held.length > max) return text('form.tooLong', { max });
      return parts.pattern && !parts.pattern.test(held.trim()) ? text(parts.problem!) : undefined;
    },
  };
}
