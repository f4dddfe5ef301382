import { boolean } from '#fields/boolean/boolean.ts';
import { choice } from '#fields/choice/choice.ts';
import { choiceList } from '#fields/choice-list/choice-list.ts';
import { computed } from '#fields/computed/computed.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { json } from '#fields/json/json.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { behaviour } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { customFieldChoiceColor, customFieldChoiceSetBase } from './choices.ts';

export const customFieldChoiceSet = model('extras.customfieldchoiceset', {
  features: ['changeLogging', 'cloning', 'customValidation', 'eventRules', 'exportTemplates'],
  rest: 'extras/custom-field-choice-sets',
  web: 'extras/custom-field-choices',
  className: 'CustomFieldChoiceSet',
  description: 'The choices that a custom field offers.',
  ordering: ['name'],
  display: '{name}',
  brief: 'name description choices_count',
  quickSearch: ['name', 'description'],
  filters: {
    choice: behaviour('filterByChoice', 'text'),
    choice_colors: behaviour('filterByChoiceColors', 'multipleChoice', { choices: customFieldChoiceColor }),
  },
  list: {
    columns:
      'pk id name description base_choices extra_choices choice_count choices order_alphabetically created last_updated',
    default: 'pk name base_choices choice_count description',
  },
  fields: {
    name: text({ unique: true, max: 100 }),
    description: text({ blank: true, max: 200 }),
    base_choices: choice(customFieldChoiceSetBase, {
      null: true,
      blank: true,
      filter: { kind: 'choice' },
      rest: { allowBlank: false },
    }),
    extra_choices: choiceList({
      max: 100,
      null: true,
      blank: true,
      clone: true,
      rest: { schema: { type: 'array', items: { type: 'array', items: {} } }, required: true, allowNull: false },
    }),
    choice_colors: json({
      blank: true,
      default: {},
      clone: true,
      rest: { schema: { type: 'object', additionalProperties: { type: 'string' } }, options: 'nested object' },
    }),
    order_alphabetically: boolean({ default: false, clone: true }),
    choices_count: computed('choicesCount', 'integer'),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'choices_for extra_choices:[[String!]!]',
    filters: 'extra_choices:ExtraChoicesLookup choice_colors=members(choice_colors):[CustomFieldChoiceColorEnum!]',
  },
});
