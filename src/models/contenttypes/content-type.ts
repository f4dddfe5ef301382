import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const contentType = model('contenttypes.contenttype', {
  key: 'integer',
  className: 'ContentType',
  description: 'A kind of object, as generic relations name it.',
  table: 'django_content_type',
  display: { by: 'contentType' },
  constraints: [{ name: '', fields: ['app_label', 'model'] }],
  fields: {
    app_label: text({ max: 100, filter: false }),
    model: text({ label: 'Python model class name', max: 100, filter: false }),
  },
  graphql: { query: false, fields: '-display -class_type' },
});
