import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '#base/settings.ts';
import { importDump } from '#database/import/import-dump.ts';
import { baseChoices } from '#domain/choice-sets/base-choices.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { registry } from '#models/registry.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { ReadContext } from '#operations/read/context.ts';
import { tableOf } from '#operations/read/shape.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { testDatabase } from '#test/database.ts';

/** Every model in every shape that REST can ask for, over the demo network's rows. */
const { sql, url } = await testDatabase({ empty: true });
await importDump(url, fileURLToPath(new URL('../../../shared/demo/netbox-demo-4.7.sql.gz', import.meta.url)));

const shapes = new Shapes(registry, {
  computed: computedBehaviours,
  display: displayBehaviours,
  baseChoices: baseChoices({ UN_LOCODE_FILES: [] }),
});
const contentTypes = await readContentTypes(sql);
const base = 'http://patchbay.test';

/** The most that a list of any length asks of PostgreSQL beside its own rows. */
const budget = 40;

for (const model of registry.models) {
  const named = model.rest ? ['full', 'listBrief', 'brief', ...Object.keys(model.shapes ?? {})] : [];
  for (const name of ['display', ...named])
    test(`${model.name} as ${name}`, async () => {
      const context = new ReadContext({ sql, registry, shapes, settings: defaultSettings, contentTypes, base });
      const shape = shapes.of(model, name);
      const rows = await context.rows(`select ${shape.select} from ${tableOf(model)} t limit 5`);
      const texts = rows.map(await shape.renderer(rows, context));
      assert.equal(texts.length, rows.length);
      for (const text of texts) {
        assert.doesNotMatch(text, /undefined|\[object Object\]/);
        if (name !== 'display') assert.equal(typeof JSON.parse(text), 'object');
      }
    });
  if (model.rest)
    test(`a list of ${model.name} takes a number of statements that is free of the number of rows`, async () => {
      const context = new ReadContext({ sql, registry, shapes, settings: defaultSettings, contentTypes, base });
      const shape = shapes.of(model, 'full');
      const rows = await context.rows(`select ${shape.select} from ${tableOf(model)} t limit 1000`);
      const ask = context.rows.bind(context);
      let statements = 0;
      context.rows = (...asked) => {
        statements++;
        return ask(...asked);
      };
      await shape.renderer(rows, context);
      assert.ok(statements <= budget, `${statements} statements for ${rows.length} rows`);
    });
}
