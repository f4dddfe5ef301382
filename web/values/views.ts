import type { ComponentType } from 'react';
import type { View } from '../../src/surfaces/meta/contract.ts';
import { BooleanView } from './boolean-view.tsx';
import { ChoiceView } from './choice-view.tsx';
import { ColorView } from './color-view.tsx';
import { CountView } from './count-view.tsx';
import { DateTimeView } from './date-time-view.tsx';
import { DateView } from './date-view.tsx';
import { EmailView } from './email-view.tsx';
import { JsonView } from './json-view.tsx';
import { ListView } from './list-view.tsx';
import { NumberView } from './number-view.tsx';
import { RelationView } from './relation-view.tsx';
import { RelationsView } from './relations-view.tsx';
import { TagsView } from './tags-view.tsx';
import { TextView } from './text-view.tsx';
import { UrlView } from './url-view.tsx';
import { UtilizationView } from './utilization-view.tsx';
import type { ValueProperties } from './value-properties.ts';

/** How each kind of value is shown. */
export const views: Readonly<Record<View, ComponentType<ValueProperties>>> = {
  boolean: BooleanView,
  choice: ChoiceView,
  choices: ListView,
  color: ColorView,
  count: CountView,
  customFields: JsonView,
  date: DateView,
  dateTime: DateTimeView,
  decimal: NumberView,
  email: EmailView,
  file: UrlView,
  identity: TextView,
  json: JsonView,
  list: ListView,
  markdown: TextView,
  number: NumberView,
  relation: RelationView,
  relations: RelationsView,
  tags: TagsView,
  text: TextView,
  url: UrlView,
  utilization: UtilizationView,
};
