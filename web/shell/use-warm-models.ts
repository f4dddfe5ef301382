import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { modelQuery } from '../meta/model-query.ts';
import { useModels } from '../meta/use-models.ts';

/** Learns the models that the menu has keys for while nothing else is to do: their lists then open in one request. */
export function useWarmModels(): void {
  const client = useQueryClient();
  const { index, byPath } = useModels();
  const { menu } = index;
  useEffect(() => {
    const paths = menu.flatMap(({ groups }) =>
      groups.flatMap(({ items }) => items.flatMap((item) => (item.key && byPath.has(item.path) ? [item.path] : []))),
    );
    let stopped = false;
    const timer = setTimeout(async () => {
      for (const path of paths) if (!stopped) await client.prefetchQuery(modelQuery(path));
    }, 1500);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [client, menu, byPath]);
}
