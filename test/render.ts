import { defaultSettings, type Settings } from '#base/settings.ts';
import type { Queryable } from '#database/connect.ts';
import { baseChoices } from '#domain/choice-sets/base-choices.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { registry } from '#models/registry.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { tableOf } from '#operations/read/shape.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { keyColumn } from '#registry/registry.ts';

const shapes = new Shapes(registry, {
  computed: computedBehaviours,
  display: displayBehaviours,
  baseChoices: baseChoices({ UN_LOCODE_FILES: [] }),
});

/** All objects of a model by key, with just the properties named, as REST serves them. */
export async function render(
  sql: Queryable,
  name: string,
  properties: readonly string[],
  settings: Partial<Settings> = {},
): Promise<Record<string, Record<string, unknown>>> {
  const model = registry.get(name);
  const context = new ReadContext({
    sql,
    registry,
    shapes,
    settings: { ...defaultSettings, ...settings },
    contentTypes: await readContentTypes(sql),
    base: '',
  });
  const shape = shapes.only(model, new Set(properties));
  const rows = await context.rows(`select ${shape.select} from ${tableOf(model)} t order by t.${keyColumn(model)}`);
  const texts = rows.map(await shape.renderer(rows, context));
  return Object.fromEntries(rows.map(([key], index) => [key, JSON.parse(texts[index]!) as Record<string, unknown>]));
}
