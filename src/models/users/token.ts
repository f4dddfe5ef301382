import { array } from '#fields/array/array.ts';
import { boolean } from '#fields/boolean/boolean.ts';
import { numberChoice } from '#fields/choice/choice.ts';
import { computed } from '#fields/computed/computed.ts';
import { dateTime } from '#fields/date-time/date-time.ts';
import { integer } from '#fields/integer/integer.ts';
import { ipNetwork } from '#fields/ip-network/ip-network.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { model } from '#registry/model.ts';
import { tokenVersion } from './choices.ts';

export const token = model('users.token', {
  rest: 'users/tokens',
  background: false,
  className: 'Token',
  description: 'A secret that programs use the API with on a user’s behalf.',
  ordering: ['-created'],
  display: {
    of: ['version', 'key', 'plaintext'],
    text: (version, key, plaintext) =>
      version === '2' ? (key ?? '') : plaintext ? '*'.repeat(34) + plaintext.slice(-6) : '',
  },
  brief: 'version key enabled write_enabled description',
  quickSearch: [['key', 'exact'], 'user.username', 'description'],
  list: {
    columns:
      'pk id token version pepper_id user description enabled write_enabled created expires last_used allowed_ips',
    default: 'token version user enabled write_enabled description allowed_ips',
  },
  constraints: [
    {
      name: 'enforce_version_dependent_fields',
      check:
        '(("hmac_digest" IS NULL AND "key" IS NULL AND "pepper_id" IS NULL AND "plaintext" IS NOT NULL AND "version" = 1) OR ("hmac_digest" IS NOT NULL AND "key" IS NOT NULL AND "pepper_id" IS NOT NULL AND "plaintext" IS NULL AND "version" = 2))',
    },
  ],
  indexes: [{ name: 'users_token_created_1467b4_idx', fields: ['-created'] }],
  database: {
    names: {
      users_token_user_id_af964690_fk_users_user_id: 'users_token_user_id_af964690_fk_auth_user_id',
    },
  },
  fields: {
    version: numberChoice(tokenVersion, {
      plain: true,
      default: 2,
      bits: 16,
      positive: true,
      filter: {
        kind: 'choice',
        lookups: ['n', 'ic', 'nic', 'iew', 'niew', 'isw', 'nisw', 'ie', 'nie', 'regex', 'iregex'],
      },
    }),
    key: text({ null: true, blank: true, unique: true, max: 12, rest: { readOnly: true } }),
    user: foreignKey('users.user', { relatedName: 'tokens', filter: { by: 'username' } }),
    description: text({ blank: true, max: 200 }),
    created: dateTime({ blank: true, editable: false, filter: { lookups: ['gte', 'lte'], one: true } }),
    expires: dateTime({ null: true, blank: true, filter: { lookups: ['gte', 'lte'], one: true } }),
    last_used: dateTime({ null: true, blank: true, filter: { lookups: ['gte', 'lte'], one: true }, form: false }),
    enabled: boolean({ default: true }),
    write_enabled: boolean({ default: true }),
    pepper_id: integer({ null: true, blank: true, bits: 16, positive: true, form: false }),
    allowed_ips: array(ipNetwork(), { null: true, blank: true, rest: { absent: '{}', allowNull: false } }),
    token: computed('token', 'string'),
    plaintext: text({ null: true, blank: true, unique: true, max: 40, rest: false, filter: false }),
    hmac_digest: text({ null: true, blank: true, label: 'Digest', max: 64, rest: false, filter: false }),
  },
  graphql: false,
});
