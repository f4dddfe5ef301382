import { boolean } from '#fields/boolean/boolean.ts';
import { dateTime } from '#fields/date-time/date-time.ts';
import { email } from '#fields/email/email.ts';
import { manyToMany } from '#fields/relation/relation.ts';
import { text } from '#fields/text/text.ts';
import { related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';

export const user = model('users.user', {
  rest: 'users/users',
  className: 'User',
  description: 'Somebody, or a program, who logs in.',
  ordering: ['username'],
  display: {
    of: ['username', 'first_name', 'last_name'],
    text: (username, first, last) => `${username}${`${first} ${last}`.trim() && ` (${`${first} ${last}`.trim()})`}`,
  },
  repr: '{username}',
  brief: 'username',
  shapes: { nested: 'display_url username' },
  quickSearch: ['username', 'first_name', 'last_name', 'email'],
  filters: {
    group_id: related('groups'),
    group: related('groups', { by: 'name' }),
    owner_id: related('owner'),
    owner: related('owner', { by: 'name' }),
    permission_id: related('object_permissions'),
    notification_group_id: related('notification_groups'),
  },
  list: {
    columns: 'pk id username first_name last_name email groups is_active is_superuser last_login',
    default: 'pk username first_name last_name email is_active',
  },
  form: {
    '': 'username password first_name last_name email is_active is_superuser',
    'Groups and permissions': 'groups permissions',
  },
  database: {
    otherKeyFirst: ['permissions'],
    names: {
      users_user_groups_group_id_9afc8d0e: 'auth_user_groups_group_id_97559544',
      users_user_groups_pkey: 'auth_user_groups_pkey',
      users_user_groups_user_id_5f6f5a90: 'auth_user_groups_user_id_6a12ed8b',
      users_user_groups_user_id_5f6f5a90_fk_users_user_id: 'auth_user_groups_user_id_6a12ed8b_fk_auth_user_id',
      users_user_groups_user_id_group_id_b88eab82_uniq: 'auth_user_groups_user_id_group_id_94350c0c_uniq',
      users_user_user_perm_permission_id_0b93982e_fk_auth_perm:
        'auth_user_user_permi_permission_id_1fbb5f2c_fk_auth_perm',
      users_user_user_permissions_permission_id_0b93982e: 'auth_user_user_permissions_permission_id_1fbb5f2c',
      users_user_user_permissions_pkey: 'auth_user_user_permissions_pkey',
      users_user_user_permissions_user_id_20aca447: 'auth_user_user_permissions_user_id_a95ead1b',
      users_user_user_permissions_user_id_20aca447_fk_users_user_id:
        'auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id',
      users_user_user_permissions_user_id_permission_id_43338c45_uniq:
        'auth_user_user_permissions_user_id_permission_id_14a6b632_uniq',
    },
  },
  fields: {
    username: text({ unique: true, max: 150 }),
    password: text({ max: 128, filter: false, rest: { writeOnly: true }, form: { widget: 'password' } }),
    first_name: text({ blank: true, max: 150 }),
    last_name: text({ blank: true, max: 150 }),
    email: email({ blank: true, label: 'Email address' }),
    is_active: boolean({ default: true, label: 'Active' }),
    date_joined: dateTime({ default: 'now', form: false }),
    last_login: dateTime({ null: true, blank: true, form: false }),
    groups: manyToMany('users.group', { blank: true, relatedName: 'users' }),
    permissions: manyToMany('users.objectpermission', {
      source: 'object_permissions',
      through: 'users_user_object_permissions',
      relatedName: 'users',
      blank: true,
    }),
    is_superuser: boolean({ default: false, label: 'Superuser status', rest: false, aside: true }),
    user_permissions: manyToMany('auth.permission', { blank: true, relatedName: 'user_set', rest: false }),
  },
  graphql: { fields: '-password -last_login -is_superuser', filters: '-password' },
});
