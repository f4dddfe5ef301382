import { dateTime } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { text } from '#fields/text/text.ts';
import { uuid } from '#fields/uuid/uuid.ts';
import { model } from '#registry/model.ts';

export const cachedValue = model('extras.cachedvalue', {
  key: uuid({ unique: true, editable: false }),
  className: 'CachedValue',
  description: 'A value of an object that the search looks in.',
  ordering: ['weight', 'object_type', 'value', 'object_id'],
  indexes: [{ name: 'extras_cachedvalue_object', fields: ['object_type', 'object_id'] }],
  fields: {
    timestamp: dateTime({ blank: true, editable: false, filter: false }),
    object_type: contentType({ onDelete: 'cascade', filter: false }),
    object_id: integer({ bits: 64, positive: true, filter: false }),
    field: text({ max: 200, filter: false }),
    type: text({ max: 30, filter: false }),
    value: longText(),
    weight: integer({ default: 1000, bits: 16, positive: true, filter: false }),
    object: generic('object_type', 'object_id'),
  },
  graphql: false,
});
