import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { longText } from '#fields/long-text/long-text.ts';
import { foreignKey, manyToMany } from '#fields/relation/relation.ts';
import { slug } from '#fields/slug/slug.ts';
import { tags } from '#fields/tags/tags.ts';
import { text } from '#fields/text/text.ts';
import { standard } from '#registry/features.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { l2VPNStatus, l2VPNType } from './choices.ts';

export const l2VPN = model('vpn.l2vpn', {
  features: [...standard, 'contacts'],
  rest: 'vpn/l2vpns',
  className: 'L2VPN',
  description: 'A layer 2 network stretched across another: VXLAN, VPLS, EVPN.',
  label: 'L2VPN',
  ordering: ['name', 'identifier'],
  display: {
    of: ['name', 'identifier'],
    text: (name, identifier) => (Number(identifier) ? `${name} (${identifier})` : (name ?? '')),
  },
  brief: 'identifier name slug type description',
  quickSearch: ['name', 'description', ['identifier', 'exact']],
  filters: {
    import_target_id: related('import_targets'),
    import_target: related('import_targets', { by: 'name' }),
    export_target_id: related('export_targets'),
    export_target: related('export_targets', { by: 'name' }),
  },
  list: {
    columns:
      'pk name slug status identifier type import_targets export_targets tenant tenant_group description contacts comments tags created last_updated',
    default: 'pk name status identifier type description',
  },
  database: {
    names: {
      vpn_l2vpn_export_tar_routetarget_id_72d96d27_fk_ipam_rout:
        'ipam_l2vpn_export_ta_routetarget_id_5ccb758b_fk_ipam_rout',
      vpn_l2vpn_export_targets_l2vpn_id_cf3aa863: 'ipam_l2vpn_export_targets_l2vpn_id_8749bbe8',
      vpn_l2vpn_export_targets_l2vpn_id_cf3aa863_fk_vpn_l2vpn_id:
        'ipam_l2vpn_export_targets_l2vpn_id_8749bbe8_fk_ipam_l2vpn_id',
      vpn_l2vpn_export_targets_l2vpn_id_routetarget_id_40762337_uniq:
        'ipam_l2vpn_export_targets_l2vpn_id_routetarget_id_eea90661_uniq',
      vpn_l2vpn_export_targets_pkey: 'ipam_l2vpn_export_targets_pkey',
      vpn_l2vpn_export_targets_routetarget_id_72d96d27: 'ipam_l2vpn_export_targets_routetarget_id_5ccb758b',
      vpn_l2vpn_import_tar_routetarget_id_82b4e252_fk_ipam_rout:
        'ipam_l2vpn_import_ta_routetarget_id_58a188b2_fk_ipam_rout',
      vpn_l2vpn_import_targets_l2vpn_id_bf09f1df: 'ipam_l2vpn_import_targets_l2vpn_id_731f5bb4',
      vpn_l2vpn_import_targets_l2vpn_id_bf09f1df_fk_vpn_l2vpn_id:
        'ipam_l2vpn_import_targets_l2vpn_id_731f5bb4_fk_ipam_l2vpn_id',
      vpn_l2vpn_import_targets_l2vpn_id_routetarget_id_3986294a_uniq:
        'ipam_l2vpn_import_targets_l2vpn_id_routetarget_id_96af344c_uniq',
      vpn_l2vpn_import_targets_pkey: 'ipam_l2vpn_import_targets_pkey',
      vpn_l2vpn_import_targets_routetarget_id_82b4e252: 'ipam_l2vpn_import_targets_routetarget_id_58a188b2',
    },
  },
  fields: {
    identifier: integer({ null: true, blank: true, search: 200, bits: 64 }),
    name: text({ unique: true, search: 100, natural: true, max: 100 }),
    slug: slug({ unique: true, search: 110 }),
    type: choice(l2VPNType, { filter: { nullWord: false }, clone: true }),
    status: choice(l2VPNStatus, { default: 'active', clone: true }),
    import_targets: manyToMany('ipam.routetarget', { blank: true, relatedName: 'importing_l2vpns' }),
    export_targets: manyToMany('ipam.routetarget', { blank: true, relatedName: 'exporting_l2vpns' }),
    description: text({ blank: true, search: 500, max: 200 }),
    owner: foreignKey('users.owner', { null: true, blank: true, onDelete: 'protect' }),
    comments: longText({ blank: true, search: 5000 }),
    tenant: foreignKey('tenancy.tenant', { null: true, blank: true, onDelete: 'protect', relatedName: 'l2vpns' }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: { query: 'l2vpn', fields: 'terminations', filters: 'terminations:L2VPNTerminationFilter' },
});
