import { arrayElements } from '#fields/array-text.ts';
import type { Computed } from '#operations/read/shapes.ts';
import { columnsPart } from './columns-part.ts';

/** How many choices a custom field's choice set offers: its base choices and its own. */
export const choicesCount: Computed = ({ name, shapes }) =>
  columnsPart(name, ['base_choices', 'extra_choices'], ([base, extra]) => {
    const own = extra === null ? 0 : arrayElements(extra!).length;
    return String((shapes.baseChoices(base ?? null)?.all().length ?? 0) + own);
  });
