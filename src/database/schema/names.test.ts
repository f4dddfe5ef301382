import assert from 'node:assert/strict';
import { test } from 'node:test';
import { djangoName } from './django-name.ts';
import { postgresName } from './postgres-name.ts';

const django: [table: string, columns: string[], suffix: string, name: string][] = [
  ['dcim_region', ['parent_id'], '_fk_dcim_region_id', 'dcim_region_parent_id_2486f5d4_fk_dcim_region_id'],
  ['dcim_device', ['role_id'], '', 'dcim_device_role_id_61edcc33'],
  ['django_session', ['session_key'], '_like', 'django_session_session_key_c0390e0f_like'],
  [
    'extras_customfield_object_types',
    ['customfield_id', 'contenttype_id'],
    '_uniq',
    'extras_customfield_objec_customfield_id_contentty_be3decdc_uniq',
  ],
  [
    'vpn_l2vpntermination',
    ['assigned_object_type_id'],
    '_fk_django_content_type_id',
    'vpn_l2vpntermination_assigned_object_type_f063b865_fk_django_co',
  ],
];
for (const [table, columns, suffix, name] of django)
  test(`Django calls it ${name}`, () => assert.equal(djangoName(table, columns, suffix), name));

const postgres: [table: string, column: string, label: string, name: string][] = [
  ['dcim_site', '', 'pkey', 'dcim_site_pkey'],
  ['dcim_site', 'slug', 'key', 'dcim_site_slug_key'],
  [
    'virtualization_virtualmachine',
    '_config_context_generation',
    'check',
    'virtualization_virtualmachine__config_context_generation_check',
  ],
  ['a'.repeat(60), '', 'pkey', `${'a'.repeat(58)}_pkey`],
];
for (const [table, column, label, name] of postgres)
  test(`PostgreSQL calls it ${name}`, () => assert.equal(postgresName(table, column, label), name));
