import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useModels } from '../meta/use-models.ts';
import { formatCount } from '../texts/format-count.ts';
import { text } from '../texts/text.ts';
import styles from './permissions.module.css';

interface Tried {
  readonly type: string;
  readonly matched?: number;
  readonly total?: number;
  readonly error?: string;
}

const tryQuery = (types: readonly string[], json: string) => {
  const constraints = parsed(json);
  return queryOptions({
    queryKey: ['permissionsTry', types, json],
    placeholderData: keepPreviousData,
    queryFn:
      types.length > 0 && constraints !== undefined
        ? async ({ signal }) =>
            (
              await request<{ results: readonly Tried[] }>('/patchbay/permissions/try/', {
                method: 'POST',
                body: { object_types: types, constraints },
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
        .map(({ type, matched = 0, total = 0, error }) =>
          error === undefined ? (
            <span key={type}>
              {text('builder.matches', {
                matched: formatCount(matched),
                total: formatCount(total),
                plural: byId.get(type)?.plural ?? type,
              })}
            </span>
          ) : (
            <span key={type} className={styles.problem}>
              {error}
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
