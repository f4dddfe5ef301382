import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { scopeCopies } from '#models/dcim/scope-copies.ts';
import { standard } from '#registry/features.ts';
import { related, tree } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { wirelessAuthCipher, wirelessAuthType, wirelessLANStatus } from './choices.ts';

export const wirelessLAN = model('wireless.wirelesslan', {
  features: standard,
  rest: 'wireless/wireless-lans',
  className: 'WirelessLAN',
  description: 'A radio network by its SSID.',
  label: 'wireless LAN',
  ordering: ['ssid', 'pk'],
  display: '{ssid}',
  brief: 'ssid description',
  quickSearch: ['ssid', 'description'],
  filters: {
    region_id: tree('_region'),
    region: tree('_region', { by: 'slug' }),
    site_group_id: tree('_site_group'),
    site_group: tree('_site_group', { by: 'slug' }),
    site_id: related('_site'),
    site: related('_site', { by: 'slug' }),
    location_id: tree('_location'),
    location: tree('_location', { by: 'slug' }),
    interface_id: related('interfaces'),
  },
  list: {
    columns:
      'pk ssid group status tenant tenant_group vlan interface_count auth_type auth_cipher auth_psk scope scope_type description comments tags created last_updated',
    default: 'pk ssid group status description vlan auth_type interface_count',
    far: {
      interface_count: '#dcim.interface@wireless_lans',
    },
  },
  form: {
    '': 'ssid group status vlan',
    Scope: 'scope',
  },
  indexes: [
    { name: 'wireless_wi_ssid_64a9ce_idx', fields: ['ssid', 'id'] },
    { name: 'wireless_wi_scope_t_6740a3_idx', fields: ['scope_type', 'scope_id'] },
  ],
  database: {
    copies: scopeCopies,
  },
  fields: {
    ssid: text({ clone: true, search: 100, max: 32 }),
    description: text({ blank: true, clone: true, search: 500, max: 200 }),
    group: foreignKey('wireless.wirelesslangroup', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'set null',
      relatedName: 'wireless_lans',
    }),
    status: choice(wirelessLANStatus, { default: 'active', rest: { allowBlank: true } }),
    vlan: foreignKey('ipam.vlan', {
      null: true,
      blank: true,
      onDelete: 'protect',
      relatedName: 'wirelesslan_set',
      filter: { by: false },
    }),
    scope_type: contentType({ null: true, blank: true, rest: { absent: null } }),
    scope_id: integer({ rest: { absent: null, unbounded: true }, null: true, blank: true, bits: 64, positive: true }),
    scope: generic('scope_type', 'scope_id'),
    tenant: foreignKey('tenancy.tenant', {
      null: true,
      blank: true,
      clone: true,
      onDelete: 'protect',
      relatedName: 'wireless_lans',
    }),
    auth_type: choice(wirelessAuthType, {
      null: true,
      blank: true,
      label: 'Authentication type',
      rest: { allowNull: false },
    }),
    auth_cipher: choice(wirelessAuthCipher, {
      null: true,
      blank: true,
      label: 'Authentication cipher',
      rest: { allowNull: false },
    }),
    auth_psk: text({ blank: true, label: 'Pre-shared key', search: 2000, max: 64 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
    _location: foreignKey('dcim.location', { null: true, blank: true, relatedName: 'wirelesslan_set', rest: false }),
    _site: foreignKey('dcim.site', { null: true, blank: true, relatedName: 'wirelesslan_set', rest: false }),
    _region: foreignKey('dcim.region', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'wirelesslan_set',
      rest: false,
    }),
    _site_group: foreignKey('dcim.sitegroup', {
      null: true,
      blank: true,
      onDelete: 'set null',
      relatedName: 'wirelesslan_set',
      rest: false,
    }),
  },
  graphql: {
    fields: 'interfaces scope:WirelessLANScopeType',
    filters: 'auth_type:WirelessAuthTypeEnum auth_cipher:WirelessAuthCipherEnum',
    unions: { WirelessLANScopeType: 'dcim.location dcim.region dcim.sitegroup dcim.site' },
  },
});
