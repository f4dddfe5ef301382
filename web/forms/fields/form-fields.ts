import type { FormFieldMeta, Widget } from '../../../src/surfaces/meta/form-contract.ts';
import { ActionsInput } from '../../permissions/actions-input.tsx';
import { ConstraintsInput } from '../../permissions/constraints-input.tsx';
import { AreaInput } from './area-input.tsx';
import { AttributesInput } from './attributes-input.tsx';
import { BooleanInput } from './boolean-input.tsx';
import { ChoiceInput } from './choice-input.tsx';
import { ChoicesInput } from './choices-input.tsx';
import { ColorInput } from './color-input.tsx';
import { CustomChoiceInput } from './custom-choice-input.tsx';
import { DateTimeInput } from './date-time-input.tsx';
import type { FormField } from './form-field.ts';
import { GenericInput } from './generic-input.tsx';
import { ImageInput } from './image-input.tsx';
import { JsonInput } from './json-input.tsx';
import { MarkdownInput } from './markdown-input.tsx';
import { ObjectTypesInput } from './object-types-input.tsx';
import { PasswordInput } from './password-input.tsx';
import { PortMappingsInput } from './port-mappings-input.tsx';
import { PortPositionsInput } from './port-positions-input.tsx';
import { PositionInput } from './position-input.tsx';
import { RelationInput } from './relation-input.tsx';
import { RelationsInput } from './relations-input.tsx';
import { SlugInput } from './slug-input.tsx';
import { TerminationsInput } from './terminations-input.tsx';
import { TextInput } from './text-input.tsx';
import { textLike } from './text-like.ts';
import { TextsInput } from './texts-input.tsx';
import { TimeZoneInput } from './time-zone-input.tsx';
import { TriStateInput } from './tri-state-input.tsx';
import {
  attributeValues,
  choiceValues,
  decimalValues,
  genericValues,
  imageValues,
  jsonValues,
  listValues,
  momentValues,
  numberListValues,
  numberValues,
  pairValues,
  passwordValues,
  portPositionValues,
  rangeValues,
  referencesValues,
  referenceValues,
  terminationValues,
  triStateValues,
  truthValues,
} from './values.ts';

/** Widgets that only custom fields have, beside those that the registry names. */
export type FieldWidget = Widget | 'customChoice' | 'customChoices' | 'triState';

const mac = /^([0-9a-f]{2}[:.-]?){5}[0-9a-f]{2}$|^([0-9a-f]{4}\.){2}[0-9a-f]{4}$/i;
const wwn = /^([0-9a-f]{2}[:.-]?){7}[0-9a-f]{2}$/i;
const address = /^[0-9a-f:.]+\/\d{1,3}$/i;

const relations: FormField = { Input: RelationsInput, size: 'half', ...referencesValues };
const code = textLike({ Input: AreaInput, size: 'full' });

/** A field for each widget. */
export const formFields: Readonly<Record<FieldWidget, FormField>> = {
  actions: { Input: ActionsInput, size: 'half', ...listValues },
  address: textLike({ Input: TextInput, size: 'short', pattern: address, problem: 'form.noAddress' }),
  attributes: { Input: AttributesInput, size: 'full', ...attributeValues },
  boolean: { Input: BooleanInput, size: 'short', labelled: true, ...truthValues },
  choice: { Input: ChoiceInput, size: 'short', ...choiceValues },
  choicePairs: { Input: AreaInput, size: 'half', ...pairValues },
  choices: { Input: ChoicesInput, size: 'half', ...listValues },
  code,
  color: textLike({ Input: ColorInput, size: 'short', pattern: /^[0-9a-f]{6}$/, problem: 'form.noColor' }),
  constraints: { Input: ConstraintsInput, size: 'full', ...jsonValues },
  customChoice: { Input: CustomChoiceInput, size: 'short', ...choiceValues },
  customChoices: { Input: CustomChoiceInput, size: 'half', ...listValues },
  customFields: { Input: JsonInput, size: 'full', ...jsonValues },
  date: textLike({ Input: DateTimeInput, size: 'short' }),
  dateTime: { Input: DateTimeInput, size: 'short', ...momentValues },
  decimal: { Input: TextInput, size: 'short', ...decimalValues },
  email: textLike({ Input: TextInput, size: 'short', pattern: /^[^\s@]+@[^\s@]+$/, problem: 'form.noEmail' }),
  generic: { Input: GenericInput, size: 'full', ...genericValues },
  image: { Input: ImageInput, size: 'half', ...imageValues },
  json: { Input: JsonInput, size: 'full', ...jsonValues },
  lines: textLike({ Input: AreaInput, size: 'half' }),
  mac: textLike({ Input: TextInput, size: 'short', pattern: mac, problem: 'form.noMac' }),
  markdown: textLike({ Input: MarkdownInput, size: 'full' }),
  network: textLike({ Input: TextInput, size: 'short', pattern: address, problem: 'form.noNetwork' }),
  number: { Input: TextInput, size: 'short', ...numberValues },
  numbers: { Input: TextInput, size: 'short', ...numberListValues },
  objectType: { Input: ObjectTypesInput, size: 'short', ...choiceValues },
  objectTypes: { Input: ObjectTypesInput, size: 'half', ...listValues },
  password: { Input: PasswordInput, size: 'half', ...passwordValues },
  portMappings: { Input: PortMappingsInput, size: 'half', ...listValues },
  portPositions: { Input: PortPositionsInput, size: 'full', ...portPositionValues },
  position: { Input: PositionInput, size: 'short', ...decimalValues },
  ranges: { Input: TextInput, size: 'short', ...rangeValues },
  relation: { Input: RelationInput, size: 'short', ...referenceValues },
  relations,
  slug: textLike({ Input: SlugInput, size: 'short', pattern: /^[-\w]+$/, problem: 'form.noSlug' }),
  tags: relations,
  terminations: { Input: TerminationsInput, size: 'half', ...terminationValues },
  text: textLike({ Input: TextInput, size: 'short' }),
  texts: { Input: TextsInput, size: 'half', ...listValues },
  timeZone: { Input: TimeZoneInput, size: 'short', ...choiceValues },
  triState: { Input: TriStateInput, size: 'short', ...triStateValues },
  url: textLike({ Input: TextInput, size: 'half', pattern: /^[a-z][a-z0-9+.-]*:\S+$/i, problem: 'form.noUrl' }),
  wwn: textLike({ Input: TextInput, size: 'short', pattern: wwn, problem: 'form.noWwn' }),
};

/** The field of a form's field. */
export function formField({ widget }: Pick<FormFieldMeta, 'widget'>): FormField {
  return formFields[widget];
}
