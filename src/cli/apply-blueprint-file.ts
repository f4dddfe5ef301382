import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { applyBlueprint } from '#identity/blueprint/apply-blueprint.ts';
import { fileReader } from '#identity/blueprint/file-reader.ts';
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
  { file, context, log }: { file: string; context: Record<string, unknown>; log: (line: string) => void },
): Promise<void> {
  const blueprint = readBlueprint(await readFile(file, 'utf8'));
  const { SECRET_KEY } = await readSettings(sql, readConfiguration(process.env));
  const box = createSecretBox(SECRET_KEY);
  await makeTables(sql, box);
  const expressions = new Expressions();
  try {
    const checkExpression = expressionChecker(expressions);
    const environment = process.env;
    const given = { box, checkExpression, environment, context, readFile: fileReader(dirname(file)) };
    const applied = await sql.begin((transaction) => applyBlueprint(blueprint, { ...given, sql: transaction }));
    for (const { model, display, done, why } of applied)
      if (why !== undefined) log(`${done.padEnd(9)} ${model} ${display} (${why})`);
      else if (done !== 'skipped') log(`${done.padEnd(9)} ${model} ${display}`);
  } finally {
    await expressions.stop();
  }
}
