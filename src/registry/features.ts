import type { Feature } from './model.ts';

/** What nearly every model that people edit takes part in. */
export const standard: readonly Feature[] = [
  'bookmarks',
  'changeLogging',
  'cloning',
  'customFields',
  'customLinks',
  'customValidation',
  'eventRules',
  'exportTemplates',
  'journaling',
  'notifications',
  'tags',
];
