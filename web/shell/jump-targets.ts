import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';

export interface JumpTarget {
  readonly model: ModelSummary;
  /** A quick search to start with. */
  readonly search?: string;
}

/**
 * Lists whose name has what was typed, the closest first. Where the first words name a list exactly or nothing matches,
 * searches: `dev core` → devices, searched for `core`.
 */
export function jumpTargets(models: readonly ModelSummary[], typed: string): JumpTarget[] {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return models.map((model) => ({ model }));
  const lists = models
    .map((model) => ({ model, rank: rank(model, wanted) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ model }) => ({ model }));
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  const search = rest.join(' ');
  const searches = (search ? models.filter((model) => rank(model, first.toLowerCase()) < 3) : models).map((model) => ({
    model,
    search: search || typed.trim(),
  }));
  return [...lists, ...(lists.length > 0 && !search ? [] : searches)].slice(0, 40);
}

/** 0: the name itself, 1: its beginning, 2: the beginning of a word, 3: initials, 4: inside; infinite: not at all. */
function rank(model: ModelSummary, wanted: string): number {
  const name = model.plural.toLowerCase();
  if (name === wanted || model.label.toLowerCase() === wanted) return 0;
  if (name.startsWith(wanted)) return 1 + name.length / 1000;
  if (name.includes(` ${wanted}`)) return 2 + name.length / 1000;
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
  if (wanted.length > 1 && initials.startsWith(wanted)) return 3;
  return name.includes(wanted) ? 4 + name.length / 1000 : Number.POSITIVE_INFINITY;
}
