import type { FilterMeta } from '../../src/surfaces/meta/contract.ts';

/** What an input for a filter's values gets. */
export interface FilterInputProperties {
  readonly meta: FilterMeta;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  /** For inputs where one click says it all. */
  readonly onApply: (values: readonly string[]) => void;
}
