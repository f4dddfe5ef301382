import { array } from '#fields/array/array.ts';
import { boolean } from '#fields/boolean/boolean.ts';
import { computed } from '#fields/computed/computed.ts';
import { contentType } from '#fields/generic/generic.ts';
import { text } from '#fields/text/text.ts';
import { behaviour } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const objectType = model('core.objecttype', {
  key: 'integer',
  rest: 'core/object-types',
  readOnly: true,
  viewedByAll: true,
  className: 'ObjectType',
  description: 'A kind of object and what it can take part in.',
  ordering: ['app_label', 'model'],
  display: { by: 'objectType' },
  without: ['display_url'],
  quickSearch: ['app_label', 'model'],
  filters: {
    features: behaviour('filterFeatures', 'text', { one: true }),
  },
  indexes: [{ name: 'core_object_feature_aec4de_gin', fields: ['features'], method: 'gin' }],
  extends: 'contenttypes.contenttype',
  fields: {
    app_label: text({ max: 100 }),
    app_name: computed('appName', 'string'),
    model: text({ label: 'Python model class name', max: 100 }),
    model_name: computed('modelName', 'string'),
    model_name_plural: computed('modelNamePlural', 'string'),
    public: boolean({ default: false, rest: { readOnly: true } }),
    features: array(text({ max: 50 }), { default: [], rest: { readOnly: true } }),
    is_plugin_model: computed('isPluginModel', 'boolean'),
    rest_api_endpoint: computed('restApiEndpoint', 'any'),
    description: computed('modelDescription', 'any'),
    contenttype_ptr: contentType({ onDelete: 'cascade', relatedName: 'object_type', rest: false, filter: false }),
  },
  graphql: false,
});
