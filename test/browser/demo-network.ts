import { defaultSettings } from '#base/settings.ts';
import { fillDemo } from '#domain/demo/fill-demo.ts';
import { localRequest } from '#server/local-request.ts';
import type { TestDatabase } from '#test/database.ts';

/** Fills an empty database with the network that `npm start -- --demo` makes. */
export async function demoNetwork({ sql }: Pick<TestDatabase, 'sql'>): Promise<void> {
  await fillDemo(await localRequest(sql, defaultSettings));
}
