import { arrayElements } from '#fields/array-text.ts';
import type { Computed } from '#operations/read/shapes.ts';
import { baseChoices } from '../choice-sets/base-choices.ts';
import { columnsPart } from './columns-part.ts';

/** How many choices a custom field's choice set offers: its base choices and its own. */
export const choicesCount: Computed = ({ name }) =>
  columnsPart(name, ['base_choices', 'extra_choices'], ([base, extra]) => {
    const own = extra === null ? 0 : arrayElements(extra!).length;
    return String((base ? (baseChoices[base]?.().length ?? 0) : 0) + own);
  });
