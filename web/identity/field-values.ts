import type { IdentityField } from '../../src/identity/administration/contract.ts';

/** What an input of a form holds for a value that the server told. */
export function toInput(field: IdentityField, value: unknown): unknown {
  const idOf = (one: unknown) => String((one as { id: unknown }).id);
  switch (field.widget) {
    case 'json':
      return value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
    case 'reference':
      return value ? idOf(value) : null;
    case 'references':
      return Array.isArray(value) ? value.map(idOf) : [];
    case 'boolean':
      return value === true;
    case 'redirect_uris':
      return Array.isArray(value) ? value : [];
    default:
      return value === null || value === undefined ? '' : String(value);
  }
}

/** What the server is given for what an input holds; text that is no JSON goes as it is, and is refused there. */
export function fromInput(field: IdentityField, value: unknown): unknown {
  if (field.widget === 'json') {
    const text = String(value).trim();
    if (text === '') return {};
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  if (field.widget === 'seconds') return /^\d+$/.test(String(value)) ? Number(value) : value;
  if (field.widget === 'redirect_uris')
    return (value as readonly { url: string }[]).filter(({ url }) => url.trim() !== '');
  return value;
}
