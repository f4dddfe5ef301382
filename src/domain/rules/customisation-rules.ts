import type { ModelRules, Rules } from '#operations/write/rules.ts';
import { choiceSetRules } from '../choice-sets/choice-set-rules.ts';
import { contextScopeRules, renderedRules, upstreamRules } from '../config-context/rendered-rules.ts';
import { dataSourceRules } from '../core/data-source-rules.ts';
import { assignedTypes } from '../extras/assigned-types.ts';
import { configContextProfileRules, configContextRules, localContextRules } from '../extras/config-context-rules.ts';
import { customFieldRules } from '../extras/custom-field-rules.ts';
import { eventRuleRules } from '../extras/event-rule-rules.ts';
import { exportTemplateRules } from '../extras/export-template-rules.ts';
import { featureTypes } from '../extras/feature-types.ts';
import { attachmentImage, deviceTypeImage, imageRules } from '../extras/image-rules.ts';
import { journalEntryRules } from '../extras/journal-entry-rules.ts';
import { notificationRules } from '../extras/notification-rules.ts';
import { savedFilterRules } from '../extras/saved-filter-rules.ts';
import { syncedData } from '../extras/synced-data.ts';
import { tableConfigRules } from '../extras/table-config-rules.ts';
import { untagDeleted } from '../extras/untag-deleted.ts';
import { webhookRules } from '../extras/webhook-rules.ts';
import { environmentParameters } from '../templates/environment-parameters.ts';
import { tokenRules } from '../users/token-rules.ts';
import { userRules } from '../users/user-rules.ts';

const located = ['site', 'location', 'device_type', 'role', 'tenant', 'platform', 'cluster', 'local_context_data'];
const hosted = ['site', 'cluster', 'tenant', 'platform', 'role', 'local_context_data'];

/** What models of customization, users and data do on writing, and what others do for config contexts. */
export const customisationRules: Rules = Object.freeze({
  'core.datasource': [dataSourceRules],
  'dcim.device': [localContextRules, renderedRules(located)],
  'dcim.devicerole': [upstreamRules('dcim.devicerole')],
  'dcim.devicetype': [imageRules('dcim.devicetype', deviceTypeImage)],
  'dcim.location': [upstreamRules('dcim.location')],
  'dcim.platform': [upstreamRules('dcim.platform')],
  'dcim.region': [upstreamRules('dcim.region')],
  'dcim.site': [upstreamRules('dcim.site')],
  'dcim.sitegroup': [upstreamRules('dcim.sitegroup')],
  'extras.bookmark': [
    featureTypes('object_type', 'bookmarks'),
    assignedTypes('object_type', 'bookmarks', (type) => `Bookmarks cannot be assigned to this object type (${type}).`),
  ],
  'extras.configcontext': [
    syncedData('extras.configcontext', { field: 'data', as: 'value' }),
    configContextRules,
    contextScopeRules,
  ],
  'extras.configcontextprofile': [
    syncedData('extras.configcontextprofile', { field: 'schema', as: 'value' }),
    configContextProfileRules,
  ],
  'extras.configtemplate': [
    syncedData('extras.configtemplate', { field: 'template_code', as: 'text' }),
    environmentParameters,
  ],
  'extras.customfield': [featureTypes('object_types', 'custom_fields'), customFieldRules],
  'extras.customfieldchoiceset': [choiceSetRules],
  'extras.customlink': [featureTypes('object_types', 'custom_links')],
  'extras.eventrule': [featureTypes('object_types', 'event_rules'), eventRuleRules],
  'extras.exporttemplate': [
    featureTypes('object_types', 'export_templates'),
    syncedData('extras.exporttemplate', { field: 'template_code', as: 'text' }),
    exportTemplateRules,
    environmentParameters,
  ],
  'extras.imageattachment': [
    imageRules('extras.imageattachment', attachmentImage),
    assignedTypes(
      'object_type',
      'image_attachments',
      (type) => `Image attachments cannot be assigned to this object type (${type}).`,
    ),
  ],
  'extras.journalentry': [
    journalEntryRules,
    assignedTypes(
      'assigned_object_type',
      'journaling',
      (type) => `Journaling is not supported for this object type (${type}).`,
    ),
  ],
  'extras.notification': [
    featureTypes('object_type', 'notifications'),
    assignedTypes(
      'object_type',
      'notifications',
      (type) => `Objects of this type (${type}) do not support notifications.`,
    ),
    notificationRules,
  ],
  'extras.savedfilter': [savedFilterRules],
  'extras.subscription': [
    featureTypes('object_type', 'notifications'),
    assignedTypes(
      'object_type',
      'notifications',
      (type) => `Objects of this type (${type}) do not support notifications.`,
    ),
  ],
  'extras.tableconfig': [tableConfigRules],
  'extras.tag': [featureTypes('object_types', 'tags'), untagDeleted],
  'extras.webhook': [webhookRules],
  'tenancy.tenant': [upstreamRules('tenancy.tenant')],
  'tenancy.tenantgroup': [upstreamRules('tenancy.tenantgroup')],
  'users.token': [tokenRules],
  'users.user': [userRules],
  'virtualization.cluster': [upstreamRules('virtualization.cluster')],
  'virtualization.virtualmachine': [localContextRules, renderedRules(hosted)],
} satisfies Record<string, readonly ModelRules[]>);
