import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing, element, escaped } from './element.ts';
import { inkOn } from './ink-on.ts';

test('what a name holds never becomes markup', () =>
  assert.equal(
    element('text', { x: 1.23456, title: '"><script>', y: undefined }, escaped('a<b>&\u0000"')),
    '<text x="1.235" title="&quot;&gt;&lt;script&gt;">a&lt;b&gt;&amp;&quot;</text>',
  ));

test('a drawing states its size', () =>
  assert.match(
    drawing({ width: 10, height: 20 }, 'a{}'),
    /^<svg xmlns="[^"]+" width="10" height="20" viewBox="0 0 10 20">/,
  ));

for (const [color, ink] of [
  ['ffffff', '#000000'],
  ['000000', '#ffffff'],
  ['ffeb3b', '#000000'],
  ['aa1409', '#ffffff'],
] as const)
  test(`on ${color} one writes in ${ink}`, () => assert.equal(inkOn(color), ink));
