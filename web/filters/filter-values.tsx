import { useQuery } from '@tanstack/react-query';
import type { FilterMeta } from '../../src/surfaces/meta/contract.ts';
import type { ActiveFilter } from '../list/list-state.ts';
import { useModels } from '../meta/use-models.ts';
import { text } from '../texts/text.ts';
import { chosenObjectsQuery } from './chosen-objects-query.ts';
import styles from './filter-values.module.css';

/** A filter's values as people know them: choices by label, objects by name. */
export function FilterValues({
  filter,
  meta,
}: {
  readonly filter: ActiveFilter;
  readonly meta: FilterMeta | undefined;
}) {
  const { byId } = useModels();
  const model = meta?.view === 'object' && filter.lookup !== 'empty' ? byId.get(meta.model ?? '') : undefined;
  const objects = useQuery(chosenObjectsQuery(model, meta?.attribute ?? 'id', filter.values));
  function label(value: string): string {
    if (value === 'true') return text('value.yes');
    if (value === 'false') return text('value.no');
    const choice = meta?.choices?.find((one) => String(one.value) === value);
    if (choice) return choice.label;
    const object = objects.data?.find((one) => String(one[meta?.attribute ?? 'id']) === value);
    return object ? String(object.display) : value;
  }
  return <span className={styles.values}>{filter.values.map(label).join(` ${text('filter.or')} `)}</span>;
}
