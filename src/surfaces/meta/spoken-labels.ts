/** The properties of what the interface is told that hold words for people. */
export const spokenProperties: readonly string[] = ['label', 'plural', 'help', 'group', 'hint'];

/**
 * Every English word that the interface is told and a language translates, once in each spelling that differs by more
 * than capitals, in alphabetical order. Left out: what is the same in every language (`1000BASE-T (1GE)`, `VLAN`), what
 * is put together of others (`Interfaces (Parent)`), and values that are shown as they are.
 */
export function spokenLabels(told: unknown): string[] {
  const found = new Map<string, string>();
  for (const label of labelsIn(told)) {
    const key = label.toLowerCase();
    // Models are in lower case but for acronyms: the spelling that says most.
    if (!found.has(key) || capitals(label) < capitals(found.get(key)!)) found.set(key, label);
  }
  return [...found.values()]
    .filter((label) => !isUniversal(label) && !isCompound(label, found))
    .toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

function* labelsIn(told: unknown): Generator<string> {
  if (Array.isArray(told)) for (const one of told) yield* labelsIn(one);
  else if (typeof told === 'object' && told !== null) {
    const { value, name: id } = told as { value?: unknown; name?: unknown };
    for (const [name, one] of Object.entries(told)) {
      if (typeof one === 'object') yield* labelsIn(one);
      else if (spokenProperties.includes(name) && typeof one === 'string' && one !== value && one !== id) yield one;
    }
  }
}

const capitals = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0;

/** Every word of it has a digit or two capitals, or is a unit: a name. */
function isUniversal(label: string): boolean {
  return label
    .split(/[\s/()&:,-]+/)
    .every((word) => word.length < 2 || /\d|\p{Lu}.*\p{Lu}/u.test(word) || /^[kMG]?bps$/.test(word));
}

function isCompound(label: string, found: ReadonlyMap<string, string>): boolean {
  const [, whole, part] = /^(.+) \((.+)\)$/.exec(label) ?? [];
  return [whole, part].every(
    (one) => one !== undefined && one.length > 1 && (isUniversal(one) || found.has(one.toLowerCase())),
  );
}
