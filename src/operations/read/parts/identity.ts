import type { Model } from '#registry/model.ts';
import { keyColumn } from '#registry/registry.ts';
import type { Part } from '../part.ts';

/** The key itself. */
export function keyPart(model: Model): Part {
  return { name: 'id', columns: [keyColumn(model)], bind: () => ({ text: (row) => row[0]! }) };
}

/** An absolute address that ends in the key; the key is the first column of every shape. */
function addressPart(name: string, model: Model, path: string): Part {
  return {
    name,
    columns: [keyColumn(model)],
    bind: () => ({ text: (row, _state, context) => `"${context.base}${path}${row[0]}/${context.tail}"` }),
  };
}

/** The object's address in the API. */
export const urlPart = (model: Model): Part => addressPart('url', model, `/api/${model.rest}/`);

/** The object's page in the web interface. */
export const displayUrlPart = (model: Model): Part => addressPart('display_url', model, `/${model.web ?? model.rest}/`);
