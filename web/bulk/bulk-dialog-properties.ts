import type { Chosen } from './chosen-ids.ts';

/** What a dialog for the chosen objects of a list gets. */
export interface BulkDialogProperties extends Chosen {
  /** How many are chosen. */
  readonly count: number;
  readonly onClose: () => void;
  /** It is done; `left`: the objects are still there, and stay chosen. */
  readonly onDone: (left: boolean) => void;
}
