import { flatChoices } from '#fields/choice-set.ts';
import { journalEntryKind } from '#models/extras/choices.ts';
import type { DisplayBehaviour } from '#operations/read/shapes.ts';
import { columnsPart } from '../computed/columns-part.ts';
import { localMinute } from './local-minute.ts';

const labels = new Map(flatChoices(journalEntryKind).map(([value, label]) => [value, label]));

/** When the entry was made, in the server's time zone, and its kind: `2026-01-31 12:05 (Info)`. */
export const journalEntry: DisplayBehaviour = () =>
  columnsPart('display', ['created', 'kind'], ([created, kind], { settings }) => {
    const at = created === null ? '' : localMinute(created!, settings.TIME_ZONE);
    return `${at} (${labels.get(kind!) ?? kind})`;
  });
