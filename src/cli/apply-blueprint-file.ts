import { readFile } from 'node:fs/promises';
import { applyBlueprint } from '#identity/blueprint/apply-blueprint.ts';
import { readBlueprint } from '#identity/blueprint/read-blueprint.ts';
import { expressionChecker } from '#identity/claims/run-expression.ts';
import { Expressions } from '#identity/expressions/expressions.ts';
import { makeTables } from '#identity/schema/make-tables.ts';
import { createSecretBox } from '#identity/secret-box.ts';
import { readConfiguration } from '#server/configuration.ts';
import type { OpenDatabase } from '#server/open-database.ts';
import { readSettings } from '#server/read-settings.ts';

/** Applies the blueprint in a file, all of it or nothing, and says what was done. */
export async function applyBlueprintFile(
  { sql }: OpenDatabase,
  { file, log }: { file: string; log: (line: string) => void },
): Promise<void> {
  const blueprint = readBlueprint(await readFile(file, 'utf8'));
  const { SECRET_KEY } = await readSettings(sql, readConfiguration(process.env));
  const box = createSecretBox(SECRET_KEY);
  await makeTables(sql, box);
  const expressions = new Expressions();
  try {
    const checkExpression = expressionChecker(expressions);
    const applied = await sql.begin((transaction) =>
      applyBlueprint(blueprint, { sql: transaction, box, checkExpression, environment: process.env }),
    );
    for (const { model, display, done } of applied)
      if (done !== 'skipped') log(`${done.padEnd(9)} ${model} ${display}`);
  } finally {
    await expressions.stop();
  }
}
