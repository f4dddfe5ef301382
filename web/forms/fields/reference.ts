/** An object as a field holds it: at least its id; what it is called is asked for where it isn't known. */
export interface Reference {
  readonly id: number;
  readonly display?: string;
  readonly [name: string]: unknown;
}

/** The object that REST served inside another one, by its id, or as an address names it. */
export function toReference(value: unknown): Reference | null {
  if (typeof value === 'number') return { id: value };
  if (typeof value === 'object' && value !== null && 'id' in value) return value as Reference;
  return null;
}

/** Ids of an address's query; what is no id is left out. */
export function parseReferences(texts: readonly string[]): Reference[] {
  return texts.flatMap((text) => (/^\d+$/.test(text) ? [{ id: Number(text) }] : []));
}
