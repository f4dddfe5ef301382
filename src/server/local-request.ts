import type { Settings } from '#base/settings.ts';
import type { Sql } from '#database/connect.ts';
import { baseChoices } from '#domain/choice-sets/base-choices.ts';
import { computedBehaviours } from '#domain/computed/index.ts';
import { displayBehaviours } from '#domain/display/index.ts';
import { rules } from '#domain/rules/index.ts';
import { registry } from '#models/registry.ts';
import { readContentTypes } from '#operations/read/content-types.ts';
import { Shapes } from '#operations/read/shapes.ts';
import type { WriteRequest } from '#operations/write/transaction.ts';
import { always } from '#query/tree.ts';

/** What whoever runs the program asks for: everything is permitted, and logged as the first superuser's doing. */
export async function localRequest(sql: Sql, settings: Settings): Promise<WriteRequest> {
  const [user] = (await sql
    .unsafe('select id, username from users_user where is_superuser and is_active order by id limit 1')
    .values()) as unknown as string[][];
  return {
    sql,
    shapes: new Shapes(registry, {
      computed: computedBehaviours,
      display: displayBehaviours,
      baseChoices: baseChoices(settings),
    }),
    // Who runs the program is the one who maintains it.
    settings: { ...settings, MAINTENANCE_MODE: false },
    contentTypes: await readContentTypes(sql),
    asker: { userId: user?.[0], username: user?.[1], isSuperuser: true, by: 'none', mayWrite: true },
    rules,
    base: '',
    permits: () => always,
  };
}
