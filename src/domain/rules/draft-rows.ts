import { quoted } from '#fields/json-text.ts';
import type { Draft, Text } from '#operations/write/draft.ts';
import { columnOf } from '#registry/registry.ts';

/**
 * Drafts as the JSON that json_populate_recordset reads, for statements that compare them with what is stored: the key,
 * the named fields' columns, and whatever else is given of each.
 */
export const draftRows = (drafts: readonly Draft[], names: readonly string[]): string =>
  `[${drafts
    .map((draft) => {
      const pairs: [string, Text][] = [['id', draft.key ?? null]];
      for (const name of names) pairs.push([columnOf(draft.field(name))!, draft.get(name)]);
      return `{${pairs.map(([name, text]) => `${quoted(name)}:${text === null ? 'null' : quoted(text)}`).join(',')}}`;
    })
    .join(',')}]`;

/** Keys of the drafts that are stored already, as PostgreSQL's array: rows that count as they will be. */
export const storedKeys = (drafts: readonly Draft[]): string =>
  `{${drafts.flatMap((draft) => (draft.isNew ? [] : [draft.key!])).join(',')}}`;
