import type { FilterView, View } from '../../src/surfaces/meta/contract.ts';

interface CustomFieldType {
  readonly view: View;
  readonly filter?: FilterView;
  readonly lookups?: readonly string[];
}

const texts = ['n', 'ic', 'nic', 'isw', 'iew', 'ie', 'empty'];
const ordered = ['n', 'lt', 'lte', 'gt', 'gte', 'empty'];

/** How the values of each type of custom field are shown and filtered. */
export const customFieldTypes: Readonly<Record<string, CustomFieldType>> = {
  text: { view: 'text', filter: 'text', lookups: texts },
  longtext: { view: 'markdown', filter: 'text', lookups: texts },
  integer: { view: 'number', filter: 'number', lookups: ordered },
  decimal: { view: 'decimal', filter: 'decimal', lookups: ordered },
  boolean: { view: 'boolean', filter: 'boolean' },
  date: { view: 'date', filter: 'date', lookups: ordered },
  datetime: { view: 'dateTime', filter: 'dateTime', lookups: ordered },
  url: { view: 'url', filter: 'text', lookups: texts },
  json: { view: 'json' },
  select: { view: 'choice', filter: 'choice', lookups: texts },
  multiselect: { view: 'choices', filter: 'choice' },
  object: { view: 'relation', filter: 'object' },
  multiobject: { view: 'relations', filter: 'object' },
};
