import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlAccounts } from '#access/accounts/sql-accounts.ts';
import { checkSettings, defaultSettings } from '#base/settings.ts';
import type { Queryable, Sql } from '#database/connect.ts';
import { type ConfigurationFolder, loadFolder } from '../folder/load-folder.ts';
import type { LoginUser } from '../pipeline/login-user.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { readSsoSettings } from '../settings/read-sso-settings.ts';
import type { SsoSettings } from '../settings/sso-settings.ts';

/** For tests: a configuration folder with these files, read as the server reads it. */
export async function openTestFolder(
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ folder: ConfigurationFolder; settings: SsoSettings; close(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'patchbay-folder-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
    const folder = await loadFolder({ directory, required: true, environment });
    const given = Object.assign({}, ...folder.settings.map(({ values }) => values));
    const { settings } = checkSettings({ ...oidc, ...given });
    return {
      folder,
      settings: readSsoSettings({ ...defaultSettings, ...settings }, folder.step),
      close: () => folder.close(),
    };
  } finally {
    await rm(directory, { recursive: true });
  }
}

const oidc = {
  REMOTE_AUTH_ENABLED: true,
  REMOTE_AUTH_BACKEND: 'social_core.backends.open_id_connect.OpenIdConnectAuth',
};

export interface TestLogin {
  readonly user: LoginUser;
  readonly groups: readonly string[];
  readonly more: Readonly<Record<string, unknown>>;
}

/** For tests: what a login with these claims leads to, written as a login writes it. */
export async function tryLogin(
  sql: Sql,
  settings: SsoSettings,
  response: Readonly<Record<string, unknown>>,
): Promise<TestLogin> {
  const provider = [...settings.providers.values()][0]!;
  return runPipeline({
    sql,
    provider,
    settings,
    response,
    async finish(transaction: Queryable, { user, more }) {
      const groups = (await sqlAccounts(transaction).groupsOf(user)).map(({ name }) => name);
      return { user, groups, more };
    },
  });
}
