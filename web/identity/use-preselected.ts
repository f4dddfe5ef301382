import { useQueries } from '@tanstack/react-query';
import type { IdentityField } from '../../src/identity/administration/contract.ts';
import { toInput } from './field-values.ts';
import { objectsQuery } from './resources.ts';

/** What the inputs of a new object's form have chosen before anyone touches them, by field. */
export function usePreselected(fields: readonly IdentityField[]): ReadonlyMap<string, unknown> {
  const asking = fields.filter(({ preselected, to }) => preselected && to);
  return useQueries({
    queries: asking.map(({ to }) => objectsQuery(to ?? '', '')),
    combine: (answers) =>
      new Map(
        asking.flatMap((field, at) => {
          const { field: name, values } = field.preselected!;
          const found = answers[at]?.data?.results.filter((one) => values.includes(String(one[name])));
          return found ? [[field.name, toInput(field, found)] as const] : [];
        }),
      ),
  });
}
