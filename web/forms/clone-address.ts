import type { QueryClient } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { formQuery } from './form-query.ts';

/**
 * The form of a new object with what is copied from another one in its address, as NetBox's links have it; custom fields
 * that may be cloned are among it where the form names them.
 */
export async function cloneAddress(client: QueryClient, model: ModelMeta, object: RestObject): Promise<string> {
  const form = await client.ensureQueryData(formQuery(model.path));
  const query = new URLSearchParams();
  for (const field of form.fields) {
    if (field.generic) {
      for (const half of [field.generic.type, field.generic.id]) append(query, half, object[half]);
    } else if (field.clone || field.widget === 'tags') append(query, field.name, object[field.name]);
  }
  const custom = (object.custom_fields ?? {}) as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(custom)) append(query, `cf_${name}`, value);
  return `/${model.path}/add/?${query}`;
}

function append(query: URLSearchParams, name: string, value: unknown): void {
  if (value === null || value === undefined || value === '') return;
  if (Array.isArray(value)) for (const one of value) append(query, name, one);
  else if (typeof value !== 'object') query.append(name, String(value));
  else if ('id' in value) query.append(name, String(value.id));
  else if ('value' in value) query.append(name, String(value.value));
  else query.append(name, JSON.stringify(value));
}
