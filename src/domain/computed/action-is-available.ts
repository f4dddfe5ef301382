import type { Computed } from '#operations/read/shapes.ts';
import { columnsPart } from './columns-part.ts';

const actions = new Set(['webhook', 'script', 'notification']);

/** Whether there is an action of the type that an event rule names. */
export const actionIsAvailable: Computed = ({ name }) =>
  columnsPart(name, ['action_type'], ([type]) => String(actions.has(type!)));
