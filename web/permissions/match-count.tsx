import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import type { TryAnswer, TryAsked } from '../../src/surfaces/permissions/contract.ts';
import { request } from '../api/request.ts';
import { useModels } from '../meta/use-models.ts';
import { text } from '../texts/text.ts';
import styles from './permissions.module.css';

const tryQuery = (types: readonly string[], json: string) => {
  const constraints = parsed(json);
  return queryOptions({
    queryKey: ['permissionsTry', types, json],
    placeholderData: keepPreviousData,
    queryFn:
      types.length > 0 && constraints !== undefined
        ? async ({ signal }) =>
            (
              await request<TryAnswer>('/patchbay/permissions/try/', {
                method: 'POST',
                body: { object_types: types, constraints } satisfies TryAsked,
                signal,
              })
            ).results
        : skipToken,
  });
};

/** How many objects of each type the constraints leave, counted while they are built; what is wrong with them instead. */
export function MatchCount({ types, json }: { readonly types: readonly string[]; readonly json: string }) {
  const { byId } = useModels();
  const [wanted] = useDebouncedValue(json, 250);
  const { data = [] } = useQuery(tryQuery(types, wanted));
  return (
    <output className={styles.matches} aria-live="polite">
      {data
        .filter(({ type }) => types.includes(type))
        .map((tried) =>
          'error' in tried ? (
            <span key={tried.type} className={styles.problem}>
              {tried.error}
            </span>
          ) : (
            <span key={tried.type}>
              {text('builder.matches', {
                matched: tried.matched,
                total: tried.total,
                plural: byId.get(tried.type)?.plural ?? tried.type,
              })}
            </span>
          ),
        )}
    </output>
  );
}

/** undefined where it is no JSON yet. */
function parsed(json: string): unknown {
  try {
    return json.trim() === '' ? null : (JSON.parse(json) as unknown);
  } catch {
    return undefined;
  }
}
