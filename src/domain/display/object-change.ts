import { flatChoices } from '#fields/choice-set.ts';
import { objectChangeAction } from '#models/core/choices.ts';
import type { DisplayBehaviour } from '#operations/read/shapes.ts';
import { columnsPart } from '../computed/columns-part.ts';
import { contentTypeLine } from './object-type.ts';

const labels = new Map(flatChoices(objectChangeAction).map(([value, label]) => [value, label.toLowerCase()]));

/** What was done to which object by whom: `DCIM | device sw-1 created by alice`. */
export const objectChange: DisplayBehaviour = ({ shapes }) =>
  columnsPart(
    'display',
    ['changed_object_type_id', 'object_repr', 'action', 'user_name'],
    ([type, object, action, user], { contentTypes }) => {
      const [app, model] = (contentTypes.name(type!) ?? '.').split('.') as [string, string];
      return `${contentTypeLine(shapes.registry, app, model)} ${object} ${labels.get(action!) ?? action} by ${user}`;
    },
  );
