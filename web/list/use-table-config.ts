import { useQuery } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { type TableConfig, tableConfigsQuery } from './table-configs-query.ts';

/** The table configuration that the address names, once it is known. */
export function useTableConfig(model: ModelMeta, id: string): TableConfig | undefined {
  const { data } = useQuery({ ...tableConfigsQuery(model.id), enabled: id !== '' });
  return id === '' ? undefined : data?.find((config) => String(config.id) === id);
}

/** The fields that a configuration sorts by: NetBox names columns, the API takes fields. */
export function sortOf(model: ModelMeta, { ordering }: TableConfig): readonly string[] {
  return (ordering ?? []).flatMap((name) => {
    const down = name.startsWith('-');
    const field = model.columns.find((column) => column.name === (down ? name.slice(1) : name))?.sort;
    return field ? [down ? `-${field}` : field] : [];
  });
}
