import type { Draft } from '#operations/write/draft.ts';

/** Whether a field says something else than before; JSON is compared by what it says, not by how it is spelled. */
export function isChanged(draft: Draft, field: string): boolean {
  const [was, is] = [draft.was(field), draft.get(field)];
  if (was === null || is === null || draft.field(field).kind.name !== 'json') return draft.changed(field);
  return draft.isNew || canonical(was) !== canonical(is);
}

/** JSON whose members stand in one order. */
const canonical = (text: string): string =>
  JSON.stringify(JSON.parse(text), (_key, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([left], [right]) => (left < right ? -1 : 1)))
      : one,
  );
