import { contentType } from '#fields/generic/generic.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';

export const permission = model('auth.permission', {
  key: 'integer',
  className: 'Permission',
  description:
    'What Django lets one do with the objects of a model. Kept for NetBox’s sake; what counts are object permissions.',
  ordering: ['content_type.app_label', 'content_type.model', 'codename'],
  display: '{name}',
  constraints: [{ name: '', fields: ['content_type', 'codename'] }],
  fields: {
    name: text({ max: 255, filter: false }),
    content_type: contentType({ onDelete: 'cascade', relatedName: 'permission_set', filter: false }),
    codename: text({ max: 100, filter: false }),
  },
  graphql: false,
});
