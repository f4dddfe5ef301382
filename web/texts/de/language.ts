import type { Language } from '../language.ts';
import { account } from './account.ts';
import { bulk } from './bulk.ts';
import { detail } from './detail.ts';
import { filters } from './filters.ts';
import { form } from './form.ts';
import { home } from './home.ts';
import { identity } from './identity.ts';
import { importing } from './import.ts';
import { labels } from './labels.ts';
import { list } from './list.ts';
import { login } from './login.ts';
import { permissions } from './permissions.ts';
import { pictures } from './pictures.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';
import { sso } from './sso.ts';
import { system } from './system.ts';

/** German, as network engineers use it: established English terms stay. */
export const language: Language = {
  texts: {
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
  },
  labels,
};
