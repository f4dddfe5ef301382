import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exactJson } from '#base/exact-json.ts';
import { defaultSettings } from '#base/settings.ts';
import { registry } from '#models/registry.ts';
import { openApiDocument } from '#surfaces/openapi/document.ts';
import { documentDifferences } from './openapi-differences.ts';
import { leftOpen } from './openapi-left-open.ts';

const reference = JSON.parse(readFileSync(new URL('../../../shared/reference/openapi.json', import.meta.url), 'utf8'));

test('the OpenAPI document says what NetBox 4.7.3 says', () => {
  const ours = JSON.parse(exactJson(openApiDocument({ registry, settings: defaultSettings })));
  const differences = documentDifferences(ours, reference);
  const unexplained = differences.filter((difference) => !leftOpen.some(([pattern]) => pattern.test(difference)));
  const idle = leftOpen.filter(([pattern]) => !differences.some((difference) => pattern.test(difference)));
  assert.deepEqual(unexplained, [], `${unexplained.length} differences`);
  assert.deepEqual(
    idle.map(([pattern]) => String(pattern)),
    [],
    'differences that are no more',
  );
});
