import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '#base/settings.ts';
import { actions } from '#domain/actions/index.ts';
import { registry } from '#models/registry.ts';
import { openApiDocument } from '#surfaces/openapi/document.ts';

/** Endpoints that NetBox's document leaves out, too: the roots' lists of addresses, and what belongs to plugins. */
const untold = /^\/api\/([a-z]+\/)?$|^\/api\/plugins\//;

test('every action is described', () => {
  const { paths } = openApiDocument({ registry, settings: defaultSettings }) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const patterns = Object.keys(paths).map((path) => path.replace(/\{[a-z]+\}/g, '{}'));
  const missing = actions.flatMap((action) => {
    const below = action.model ? `${registry.get(action.model).rest}/${action.collection ? '' : '{}/'}` : '';
    const address = `/api/${below}${action.path}/`.replace(/\/+$/, '/').replace('*/', '');
    if (untold.test(address) && !['status'].includes(action.path)) return [];
    const found = action.path.endsWith('*')
      ? patterns.some((path) => path.startsWith(`${address}{}/`))
      : patterns.includes(address);
    return found ? [] : [`${address}: describe it in src/surfaces/openapi/actions/`];
  });
  assert.deepEqual(missing, []);
});
