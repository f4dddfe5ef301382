import { createSuperuser, SuperuserError } from '#access/create-superuser.ts';
import { makePassword } from '#access/password.ts';
import { passwordProblems } from '#access/password-validators/password-problems.ts';
import { readConfiguration } from '#server/configuration.ts';
import { type OpenDatabase, openDatabase } from '#server/open-database.ts';
import { readSettings } from '#server/read-settings.ts';
import { explain, run } from '#server/run.ts';
import { applyBlueprintFile } from './apply-blueprint-file.ts';
import { importDeviceTypes } from './import-device-types.ts';
import { type Command, parseArguments, UsageError } from './parse-arguments.ts';
import { reindex } from './reindex.ts';
import { usage } from './usage.ts';

const log = (line: string) => console.log(line);

try {
  await execute(parseArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : explain(error as Error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function execute(command: Command): Promise<void> {
  switch (command.name) {
    case 'help':
      return log(usage);
    case 'start': {
      const server = await run({ importFrom: command.importFrom, demo: command.demo, welcome: true, log });
      if (server) log(`Patchbay is ready: ${server.address}`);
      return;
    }
    case 'serve':
      return void (await run({ log }));
    case 'identity': {
      const server = await run({ alone: 'identity', log });
      if (server) log(`The identity provider is ready: ${server.address}identity/`);
      return;
    }
    case 'identity-apply':
      return withDatabase((database) => applyBlueprintFile(database, { ...command, log }));
    case 'import':
      return withDatabase(async () => {}, command.from);
    case 'import-device-types':
      return withDatabase((database) => importDeviceTypes(database, { folder: command.folder, log }));
    case 'migrate':
      return withDatabase(async ({ created }) => {
        log(created ? 'The schema was created.' : 'The database is one of NetBox 4.7: there is nothing to do.');
      });
    case 'reindex':
      return withDatabase((database) => reindex(database, log));
    case 'create-superuser':
      return withDatabase(addSuperuser);
  }
}

async function withDatabase(work: (database: OpenDatabase) => Promise<void>, importFrom?: string): Promise<void> {
  const onFatal = (message: string) => {
    console.error(message);
    process.exit(1);
  };
  const database = await openDatabase({ configuration: readConfiguration(process.env), importFrom, log, onFatal });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

async function addSuperuser({ sql }: OpenDatabase): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { password, ...superuser } = configuration.superuser;
  if (password === null) throw new UsageError('create-superuser needs SUPERUSER_PASSWORD.');
  const settings = await readSettings(sql, configuration);
  const problems = await passwordProblems(password, settings, { username: superuser.name, email: superuser.email });
  if (problems.length > 0) throw new SuperuserError(`SUPERUSER_PASSWORD is refused: ${problems.join(' ')}`);
  const { token } = await createSuperuser(sql, { ...superuser, passwordHash: await makePassword(password) }, settings);
  log(`Created the superuser ${superuser.name}.`);
  if (token) log(`Its API token goes into the header "Authorization: ${token}".`);
}
