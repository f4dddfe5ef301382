import type { Computed } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';

interface Loaded {
  readonly texts: ReadonlyMap<string, string>;
  readonly latest: ReadonlyMap<string, string>;
}

/** The latest job of a script, brief; null where it was never run. */
export const scriptResult: Computed = ({ name, model, shapes }) => ({
  name,
  columns: [keyColumn(model)],
  bind: () => ({
    async load(rows, context): Promise<Loaded> {
      const latest = new Map(
        (await context.rows(
          `select distinct on (object_id) object_id, id from core_job
          where object_type_id = $2 and object_id = any($1) order by object_id, created desc`,
          [`{${rows.map((row) => row[0]).join(',')}}`, context.contentTypes.id(model.name) ?? '0'],
        )) as [string, string][],
      );
      const job = shapes.of(shapes.registry.get('core.job'), 'brief');
      return { latest, texts: await context.load(job, latest.values()) };
    },
    text(row, state) {
      const { latest, texts } = state as Loaded;
      const job = latest.get(row[0]!);
      return (job && texts.get(job)) ?? 'null';
    },
  }),
});
