import { defaultSettings } from '#base/settings.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { fillDemo } from '#domain/demo/fill-demo.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { rules } from '#domain/rules/index.ts';
import { registry } from '#models/registry.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { Shapes } from '#operations/read/shapes.ts';
import { always } from '#query/tree.ts';
import type { TestDatabase } from '#test/database.ts';

/** Fills an empty database with the network that `npm start -- --demo` makes. */
export async function demoNetwork({ sql }: Pick<TestDatabase, 'sql'>): Promise<void> {
  await fillDemo({
    sql,
    shapes: new Shapes(registry, { computed: computedBehaviours, display: displayBehaviours }),
    settings: defaultSettings,
    contentTypes: await readContentTypes(sql),
    asker: { userId: undefined, username: undefined, isSuperuser: true, by: 'none', mayWrite: true },
    rules,
    base: '',
    permits: () => always,
  });
}
