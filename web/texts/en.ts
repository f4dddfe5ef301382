import { account } from './en/account.ts';
import { bulk } from './en/bulk.ts';
import { detail } from './en/detail.ts';
import { filters } from './en/filters.ts';
import { form } from './en/form.ts';
import { home } from './en/home.ts';
import { identity } from './en/identity.ts';
import { importing } from './en/import.ts';
import { list } from './en/list.ts';
import { login } from './en/login.ts';
import { permissions } from './en/permissions.ts';
import { pictures } from './en/pictures.ts';
import { search } from './en/search.ts';
import { shell } from './en/shell.ts';
import { sso } from './en/sso.ts';
import { system } from './en/system.ts';

/** Every text of the interface, in English; each room of web/ has a file of its own. A translation is another object of the same shape. */
export const en = {
  ...account,
  ...bulk,
  ...detail,
  ...filters,
  ...form,
  ...importing,
  ...home,
  ...identity,
  ...list,
  ...login,
  ...sso,
  ...permissions,
  ...system,
  ...pictures,
  ...search,
  ...shell,
} as const;
