import { ImportError } from './errors.ts';

/** What is done with a statement of a dump: it is run, or left out for the reason given. */
export type StatementRule = 'run' | { leftOut: string };

type Rule = [pattern: RegExp, reason: string];

/** Statements that say something of the server the dump was taken from, or that have no effect in an empty database. */
const leftOut: readonly Rule[] = [
  [/^SET\s+(?!check_function_bodies|xmloption)/i, 'a parameter of the session: ours is set already'],
  [/^SELECT\s+pg_catalog\.set_config\(/i, 'a parameter of the session: ours is set already'],
  [/^(BEGIN|START TRANSACTION|COMMIT|END)\b/i, 'everything is loaded in one transaction'],
  [/^(CREATE|ALTER|DROP|COMMENT ON) DATABASE\b/i, 'the database is there already'],
  [
    /^(CREATE|ALTER|DROP) (ROLE|USER|GROUP|TABLESPACE|PUBLICATION|SUBSCRIPTION|SERVER|USER MAPPING|EVENT TRIGGER)\b/i,
    'belongs to the old server',
  ],
  [/^ALTER\s[\s\S]*\sOWNER TO\s+("(?:[^"]|"")+"|\S+);$/i, 'the old server’s roles are not ours'],
  [/^(GRANT|REVOKE)\b/i, 'the old server’s roles are not ours'],
  [/^ALTER DEFAULT PRIVILEGES\b/i, 'the old server’s roles are not ours'],
  [/^SECURITY LABEL\b/i, 'belongs to the old server'],
  [/^COMMENT ON (EXTENSION|SCHEMA public)\b/i, 'needs the rights of its owner'],
  [/^CREATE SCHEMA (IF NOT EXISTS )?public;$/i, 'is there already'],
  [/^CREATE EXTENSION (IF NOT EXISTS )?plpgsql\b/i, 'is there already'],
  [/^DROP\b/i, 'there is nothing yet to drop'],
  [/^ALTER TABLE\s[^;]*\sDROP\s(CONSTRAINT|DEFAULT|IDENTITY|EXPRESSION)\b/i, 'there is nothing yet to drop'],
  [/^ALTER TABLE\s[^;]*\sALTER COLUMN \S+ DROP\b/i, 'there is nothing yet to drop'],
  [/^LOCK TABLE\b/i, 'nobody else is in an empty database'],
];

/** Decides on one statement; throws an ImportError for a dump that cannot be read as it is. */
export function ruleOf(statement: string): StatementRule {
  const encoding = /^SET\s+client_encoding\s*(?:=|TO)\s*'?([\w-]+)'?/i.exec(statement)?.[1];
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
    throw new ImportError(`The dump is in the encoding ${encoding}; take it with pg_dump --encoding=UTF8.`);
  if (/^SET\s+standard_conforming_strings\s*=\s*off/i.test(statement))
    throw new ImportError(
      'The dump writes its texts with backslashes (standard_conforming_strings = off); take it with that parameter on.',
    );
  const rule = leftOut.find(([pattern]) => pattern.test(statement));
  return rule ? { leftOut: rule[1] } : 'run';
}
