import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentName } from './agent-name.ts';

const rows: readonly [agent: string | null, name: string | undefined][] = [
  [null, undefined],
  ['curl/8.5.0', 'curl/8.5.0'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox 130, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Safari/537.36 Edg/129.0',
    'Edge 129, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
    'Safari 17, iOS',
  ],
];
for (const [agent, name] of rows) test(`${agent}: ${name}`, () => assert.equal(agentName(agent), name));
