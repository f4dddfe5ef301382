import { type Interface, superuser } from './open-interface.ts';

/** Logs in with the form. */
export async function logIn({ page, address }: Interface, { username, password } = superuser): Promise<void> {
  await page.goto(`${address}/login/`);
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
}
