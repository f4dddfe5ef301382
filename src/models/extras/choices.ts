import { choiceSet } from '#fields/choice-set.ts';

export const customFieldType = choiceSet('extras.CustomFieldTypeChoices', [
  ['text', 'Text'],
  ['longtext', 'Text (long)'],
  ['integer', 'Integer'],
  ['decimal', 'Decimal'],
  ['boolean', 'Boolean'],
  ['date', 'Date'],
  ['datetime', 'Date & time'],
  ['url', 'URL'],
  ['json', 'JSON'],
  ['select', 'Selection'],
  ['multiselect', 'Multiple selection'],
  ['object', 'Object'],
  ['multiobject', 'Multiple objects'],
]);

export const customFieldStatus = choiceSet('extras.CustomFieldStatusChoices', [
  ['active', 'Active', 'green'],
  ['provisioning', 'Provisioning', 'cyan'],
  ['deleting', 'Deleting', 'red'],
]);

export const customFieldFilterLogic = choiceSet('extras.CustomFieldFilterLogicChoices', [
  ['disabled', 'Disabled'],
  ['loose', 'Loose'],
  ['exact', 'Exact'],
]);

export const customFieldUIVisible = choiceSet('extras.CustomFieldUIVisibleChoices', [
  ['always', 'Always', 'green'],
  ['if-set', 'If set', 'yellow'],
  ['hidden', 'Hidden', 'gray'],
]);

export const customFieldUIEditable = choiceSet('extras.CustomFieldUIEditableChoices', [
  ['yes', 'Yes', 'green'],
  ['no', 'No', 'red'],
  ['hidden', 'Hidden', 'gray'],
]);

export const customFieldChoiceSetBase = choiceSet('extras.CustomFieldChoiceSetBaseChoices', [
  ['IATA', 'IATA (Airport codes)'],
  ['ISO_3166', 'ISO 3166 (Country codes)'],
  ['UN_LOCODE', 'UN/LOCODE (Location codes)'],
]);

export const customFieldChoiceColor = choiceSet('extras.CustomFieldChoiceColorChoices', [
  ['blue', 'Blue', 'blue'],
  ['indigo', 'Indigo', 'indigo'],
  ['purple', 'Purple', 'purple'],
  ['pink', 'Pink', 'pink'],
  ['red', 'Red', 'red'],
  ['orange', 'Orange', 'orange'],
  ['yellow', 'Yellow', 'yellow'],
  ['green', 'Green', 'green'],
  ['teal', 'Teal', 'teal'],
  ['cyan', 'Cyan', 'cyan'],
  ['gray', 'Gray', 'gray'],
  ['black', 'Black', 'black'],
  ['white', 'White', 'white'],
]);

export const customLinkButtonClass = choiceSet('extras.CustomLinkButtonClassChoices', [
  ['default', 'Default'],
  ['blue', 'Blue'],
  ['indigo', 'Indigo'],
  ['purple', 'Purple'],
  ['pink', 'Pink'],
  ['red', 'Red'],
  ['orange', 'Orange'],
  ['yellow', 'Yellow'],
  ['green', 'Green'],
  ['teal', 'Teal'],
  ['cyan', 'Cyan'],
  ['gray', 'Gray'],
  ['black', 'Black'],
  ['white', 'White'],
  ['ghost-dark', 'Link'],
]);

export const journalEntryKind = choiceSet(
  'extras.JournalEntryKindChoices',
  [
    ['info', 'Info', 'cyan'],
    ['success', 'Success', 'green'],
    ['warning', 'Warning', 'yellow'],
    ['danger', 'Danger', 'red'],
  ],
  'JournalEntry.kind',
);

export const webhookHttpMethod = choiceSet('extras.WebhookHttpMethodChoices', [
  ['GET', 'GET'],
  ['POST', 'POST'],
  ['PUT', 'PUT'],
  ['PATCH', 'PATCH'],
  ['DELETE', 'DELETE'],
]);

/** What happened, as event rules and notifications name it. */
export const eventType = choiceSet('extras.EventTypes', [
  ['object_created', 'Object created'],
  ['object_updated', 'Object updated'],
  ['object_deleted', 'Object deleted'],
  ['job_started', 'Job started'],
  ['job_completed', 'Job completed'],
  ['job_failed', 'Job failed'],
  ['job_errored', 'Job errored'],
]);

/** What an event rule does. */
export const eventRuleAction = choiceSet('extras.EventRuleActionChoices', [
  ['webhook', 'Webhook'],
  ['script', 'Script'],
  ['notification', 'Notification'],
]);
