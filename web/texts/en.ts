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

  'app.name': 'Patchbay',
  'app.loading': 'Loading',
  'app.skip': 'Skip to content',

  'error.title': 'That did not work',
  'error.network': 'The server cannot be reached.',
  'error.retry': 'Try again',
  'error.status': 'The server answered {status}.',
  'error.crash': 'Something in this page broke.',
  'error.reload': 'Reload',

  'notFound.title': 'Nothing here',
  'notFound.text': 'There is no page at this address.',
  'notFound.object': 'There is no {label} with this number, or you may not see it.',
  'notFound.home': 'Go to the start page',

  'user.menu': 'Account',
  'user.logout': 'Log out',
  'user.anonymous': 'Not logged in',
  'user.login': 'Log in',

  'scheme.light': 'Light',
  'scheme.dark': 'Dark',
  'scheme.auto': 'As the system',
  'scheme.toggle': 'Light or dark',

  'menu.label': 'Main menu',
  'menu.filter': 'Filter the menu',
  'menu.none': 'Nothing in the menu matches.',
  'menu.open': 'Open the menu',
  'menu.close': 'Close the menu',

  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.anywhere': 'Anywhere',
  'shortcuts.list': 'In a list',
  'shortcuts.jump': 'Jump to a list',
  'shortcuts.search': 'Quick search',
  'shortcuts.help': 'This help',
  'shortcuts.home': 'Start page',
  'shortcuts.next': 'Next row',
  'shortcuts.previous': 'Previous row',
  'shortcuts.open': 'Open the row',
  'shortcuts.filter': 'Add a filter',
  'shortcuts.pages': 'Previous, next page',
  'shortcuts.up': 'From an object to its list',

  'value.yes': 'Yes',
  'value.no': 'No',
  'value.none': '—',
  'value.more': '+{count} more',
  'value.copy': 'Copy',
  'value.copied': 'Copied',

  'detail.created': 'Created {when}',
  'detail.updated': 'Updated {when}',
  'detail.failed': 'The object could not be loaded.',
  'detail.comments': 'Comments',
  'detail.noComments': 'No comments.',
  'detail.customFields': 'Custom fields',
  'detail.tags': 'Tags',
  'detail.related': 'Related objects',
  'detail.noRelated': 'Nothing refers to this {label}.',
  'detail.viewAll': 'Open as a list',
  'detail.relatedLoading': 'Counting what refers to this object',
} as const;
