import type { SearchHit } from '../../src/operations/read/contract.ts';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import { jumpTargets } from './jump-targets.ts';

/** Something that the palette leads to. */
export interface PaletteEntry {
  readonly key: string;
  /** What is said before the name, in grey: `Add`. */
  readonly lead?: string;
  readonly label: string;
  /** What kind of thing it is, at the right. */
  readonly kind: string;
  /** A path of the interface. */
  readonly to: string;
  /** What stands at its place depends on what is found for what was typed. */
  readonly found?: true;
}

interface Known {
  readonly typed: string;
  /** The models whose lists may be seen, in the menu's order. */
  readonly models: readonly ModelSummary[];
  /** Those of which objects may be made. */
  readonly addable: readonly ModelSummary[];
  readonly hits: readonly SearchHit[];
  /** Pages that are no list's: by what they are called, and what that is part of. */
  readonly pages?: readonly { readonly label: string; readonly kind: string; readonly to: string }[];
  readonly byId: ReadonlyMap<string, ModelSummary>;
  appLabel(model: ModelSummary): string;
}

/** How many lists stand before the objects found. */
const listsFirst = 5;

/** What the palette offers for what was typed: lists, objects, forms (`add dev`), searches in one list or in all. */
export function paletteEntries({ typed, models, addable, hits, pages = [], byId, appLabel }: Known): PaletteEntry[] {
  const [, adding] = /^(?:add|new|\+)\s*(.*)$/i.exec(typed.trim()) ?? [];
  const forms = adding === undefined ? [] : jumpTargets(addable, adding).filter(({ search }) => search === undefined);
  const targets = jumpTargets(models, typed);
  const lists = targets.filter(({ search }) => search === undefined);
  const searches = targets.filter(({ search }) => search !== undefined);
  const listEntry = ({ model, search }: (typeof targets)[number]): PaletteEntry => ({
    key: `${model.id} ${search ?? ''}`,
    ...(search ? { lead: text('jump.search', { text: search }) } : {}),
    label: capitalize(model.plural),
    kind: appLabel(model),
    to: `/${model.path}/${search ? `?q=${encodeURIComponent(search)}` : ''}`,
  });
  const trimmed = typed.trim();
  return [
    ...forms.map(({ model }) => ({
      key: `add ${model.id}`,
      lead: text('jump.add'),
      label: model.label,
      kind: appLabel(model),
      to: `/${model.path}/add/`,
    })),
    ...lists.slice(0, trimmed ? listsFirst : undefined).map(listEntry),
    ...pages
      .filter(({ label }) => trimmed !== '' && ` ${label.toLowerCase()}`.includes(` ${trimmed.toLowerCase()}`))
      .map((page) => ({ key: `page ${page.to}`, ...page })),
    ...hits.flatMap((hit): PaletteEntry[] => {
      const model = byId.get(hit.model);
      if (!model) return [];
      const to = `/${model.path}/${hit.id}/`;
      return [{ key: to, label: hit.display, kind: capitalize(model.label), to, found: true }];
    }),
    ...(trimmed.length > 1
      ? [
          {
            key: 'all',
            label: text('jump.all', { text: trimmed }),
            kind: '',
            to: `/search/?q=${encodeURIComponent(trimmed)}`,
            found: true as const,
          },
        ]
      : []),
    ...(trimmed ? lists.slice(listsFirst).map(listEntry) : []),
    ...searches.map(listEntry),
  ];
}
