import { SuperuserError } from '#access/create-superuser.ts';
import { ProxySettingError } from '#base/outgoing-fetch.ts';
import { DatabaseCheckError } from '#database/check/errors.ts';
import { EmbeddedPostgresError } from '#database/embedded/errors.ts';
import { ImportError } from '#database/import/errors.ts';
import { DemoRefused } from '#domain/demo/fill-demo.ts';
import { BlueprintError } from '#identity/blueprint/blueprint-error.ts';
import { ConfigurationFolderError } from '#sso/folder/configuration-folder-error.ts';
import { SsoSettingError } from '#sso/settings/sso-setting-error.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { type RunningServer, type StartOptions, startServer } from './start-server.ts';

/** Errors whose message is for the administrator; of any other the stack is shown too. */
const explained = [
  ConfigurationError,
  DatabaseCheckError,
  DemoRefused,
  EmbeddedPostgresError,
  ImportError,
  SuperuserError,
  ConfigurationFolderError,
  SsoSettingError,
  ProxySettingError,
  BlueprintError,
];
const explainedCodes: Record<string, (error: Error & { address?: string; port?: number }) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken by another program; choose another with PORT.`,
  EACCES: ({ port, message }) =>
    port ? `Port ${port} may not be opened by this user; choose one above 1023 with PORT.` : message,
  ECONNREFUSED: ({ message }) => `The database of DATABASE_URL cannot be reached: ${message}`,
  ENOTFOUND: ({ message }) => `The database of DATABASE_URL cannot be found: ${message}`,
  CONNECT_TIMEOUT: ({ message }) => `The database of DATABASE_URL does not answer: ${message}`,
  '28P01': ({ message }) => `The database of DATABASE_URL refuses the login: ${message}`,
  '3D000': ({ message }) => `The database of DATABASE_URL is not there: ${message}`,
};

/** Runs the server in the foreground until SIGTERM or SIGINT, then stops it in order; ends the process. */
export async function run(options: Omit<StartOptions, 'configuration' | 'onFatal'>): Promise<RunningServer | null> {
  keepHeapSmall();
  let server: RunningServer | null = null;
  let ending: Promise<void> | null = null;
  const end = (code: number) => {
    ending ??= (async () => {
      await server?.stop();
      process.exit(code);
    })();
    return ending;
  };
  let signalled = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      signalled = true;
      if (server) void end(0);
    });
  try {
    server = await startServer({
      ...options,
      configuration: readConfiguration(process.env),
      onFatal: (message) => {
        console.error(message);
        void end(1);
      },
    });
    if (signalled) await end(0);
    return server;
  } catch (error) {
    console.error(explain(error as Error));
    process.exitCode = 1;
    return null;
  }
}

/** What to print of an error that ended the program. */
export function explain(error: Error & { code?: string }): string {
  if (explained.some((kind) => error instanceof kind)) return error.message;
  const text = explainedCodes[error.code ?? '']?.(error);
  return text ?? error.stack ?? error.message;
}
