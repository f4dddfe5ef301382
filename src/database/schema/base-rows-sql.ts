import type { Registry } from '#registry/registry.ts';
import { type ContentType, contentTypes } from './content-types.ts';
import { literal } from './literal.ts';
import { netboxMigrations } from './migrations.ts';

/** The rows that NetBox's migrations leave in a new database: what has been applied, and what models there are. */
export function baseRowsSql(registry: Registry): string {
  const types = contentTypes(registry);
  const migrations = netboxMigrations.map(([app, name]) => `(${literal(app)}, ${literal(name)}, now())`);
  return [
    `INSERT INTO django_migrations (app, name, applied) VALUES ${migrations.join(',')};`,
    `INSERT INTO django_content_type (id, app_label, model) VALUES ${types.map(typeRow).join(',')};`,
    `SELECT setval(pg_get_serial_sequence('django_content_type', 'id'), ${types.length});`,
    `INSERT INTO core_objecttype (contenttype_ptr_id, public, features) VALUES ${types.map(objectTypeRow).join(',')};`,
    `INSERT INTO auth_permission (content_type_id, codename, name) VALUES ${types.flatMap(permissionRows).join(',')};`,
  ].join('\n');
}

const typeRow = ({ id, app, model }: ContentType): string => `(${id}, ${literal(app)}, ${literal(model)})`;

const objectTypeRow = ({ id, public: offered, features }: ContentType): string =>
  `(${id}, ${offered}, ${literal(`{${features.join(',')}}`)})`;

const permissionRows = ({ id, permissions }: ContentType): string[] =>
  permissions.map(([codename, name]) => `(${id}, ${literal(codename)}, ${literal(name)})`);
