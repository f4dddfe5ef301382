import { after } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { createSuperuser } from '#access/create-superuser.ts';
import { makePassword } from '#access/password.ts';
import { launchBrowser } from '#test/browser.ts';
import type { TestDatabase } from '#test/database.ts';
import { type AuthentikLike, authentikLike } from '#test/sso/authentik-like.ts';
import { openPatchbay, testSettings } from '#test/sso/patchbay.ts';

/** An account as a login leaves it; groups are its groups' names in their order. */
export interface WalkedAccount {
  readonly is_superuser: 't' | 'f';
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly groups: string | null;
}

export interface Walk {
  readonly address: string;
  readonly authentik: AuthentikLike;
  /** A browser of somebody's own: no cookies yet. */
  newPage(): Promise<{ page: Page; context: BrowserContext }>;
  /** From the login page to being logged in as somebody of the provider's. */
  logIn(page: Page, name: string, next?: string): Promise<void>;
  /** Logs alice in and out again, until the provider asks for a name again; returns what it was told of the logout. */
  logOut(): Promise<URLSearchParams>;
  /** The account of that name; undefined where there is none. */
  account(name: string): Promise<WalkedAccount | undefined>;
}

/** The environment of the page: its five variables, with what it leaves out filled in. */
export function pageEnvironment(authentik: AuthentikLike): Record<string, string> {
  return {
    REMOTE_AUTH_ENABLED: "'true'",
    REMOTE_AUTH_BACKEND: "'social_core.backends.open_id_connect.OpenIdConnectAuth'",
    SOCIAL_AUTH_OIDC_ENDPOINT: `'${authentik.endpoint}'`,
    SOCIAL_AUTH_OIDC_KEY: `'${authentik.clientId}'`,
    SOCIAL_AUTH_OIDC_SECRET: `'${authentik.clientSecret}'`,
    'SOCIAL_AUTH_OIDC_SCOPE ': ' ["openid", "profile", "email", "roles"]',
    LOGOUT_REDIRECT_URL: `'${authentik.endSession}'`,
  };
}

export const administrator = { username: 'admin', password: 'a long password' };

/** Starts a provider with authentik's addresses, Patchbay as `environment` configures it, and a browser. */
export async function openWalk(
  database: TestDatabase,
  environment: (authentik: AuthentikLike) => Record<string, string>,
): Promise<Walk> {
  const authentik = await authentikLike();
  const passwordHash = await makePassword(administrator.password);
  await createSuperuser(
    database.sql,
    { name: administrator.username, email: '', passwordHash, apiToken: null },
    testSettings,
  );
  const { address } = await openPatchbay(database, environment(authentik));
  authentik.register({
    redirect_uris: [`${address}/oauth/complete/oidc/`],
    post_logout_redirect_uris: [`${address}/oauth/complete/oidc/`],
    backchannel_logout_uri: `${address}/oauth/backchannel-logout/oidc/`,
    backchannel_logout_session_required: true,
  });
  const browser = await launchBrowser();
  after(() => browser.close());
  const walk: Walk = {
    address,
    authentik,
    async newPage() {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      return { page, context };
    },
    async logIn(page, name, next = '/') {
      await page.goto(`${address}/login/?next=${encodeURIComponent(next)}`);
      await page.getByRole('button', { name: /^Log in with/ }).click();
      await page.waitForURL(`${new URL(authentik.endpoint).origin}/if/flow/**`);
      await page.getByLabel('Username').fill(name);
      await page.getByRole('button', { name: 'Continue' }).click();
    },
    async logOut() {
      const { page } = await walk.newPage();
      await walk.logIn(page, 'alice');
      await page.getByRole('button', { name: 'Account' }).click();
      const ended = page.waitForRequest((request) => request.url().startsWith(authentik.endSession));
      await page.getByRole('menuitem', { name: 'Log out' }).click();
      const asked = new URL((await ended).url()).searchParams;
      await page.waitForURL(`${address}/login/`);
      await page.getByRole('button', { name: /^Log in with/ }).click();
      await page.getByLabel('Username').waitFor();
      return asked;
    },
    async account(name) {
      const [user] = await database.sql.unsafe<WalkedAccount[]>(
        `select is_superuser, email, first_name, last_name, (select string_agg(g.name, ',' order by g.name)
           from users_user_groups m join users_group g on g.id = m.group_id where m.user_id = u.id) as groups
         from users_user u where username = $1`,
        [name],
      );
      return user && { ...user };
    },
  };
  return walk;
}
