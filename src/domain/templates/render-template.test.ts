import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderTemplate } from './render-template.ts';

const context = {
  name: 'sw1',
  none: null,
  yes: true,
  empty: [],
  vlans: [
    { vid: 20, name: 'b', active: true },
    { vid: 10, name: 'a', active: false },
  ],
  sites: { zrh: { racks: 3 }, ber: { racks: 5 } },
};

const cases: readonly [template: string, text: string][] = [
  ['Hello {{ name }}\n', 'Hello sw1'],
  ['{{ none }} {{ yes }} {{ missing }}.', 'None True .'],
  ["{{ [1, 'a', none] }} {{ {'a': 1} }}", "[1, 'a', None] {'a': 1}"],
  ['{% if empty %}full{% else %}empty{% endif %}', 'empty'],
  ['{% for v in vlans if v.active %}{{ loop.index }}/{{ loop.length }}:{{ v.vid }} {% endfor %}', '1/1:20 '],
  ['{% for key, site in sites.items() %}{{ key }}={{ site.racks }};{% endfor %}', 'zrh=3;ber=5;'],
  ['{% for key in sites %}{{ key }} {% endfor %}', 'zrh ber '],
  ['{% set ns = namespace(n=0) %}{% for v in vlans %}{% set ns.n = ns.n + v.vid %}{% endfor %}{{ ns.n }}', '30'],
  ["{{ vlans | sort(attribute='vid') | map(attribute='name') | join(',') }}", 'a,b'],
  ["{{ vlans | selectattr('active') | map(attribute='vid') | list }}", '[20]'],
  ["{{ vlans | selectattr('vid', 'gt', 15) | map(attribute='vid') | first }}", '20'],
  ["{{ vlans | rejectattr('name', 'equalto', 'a') | list | length }}", '1'],
  ["{{ 'a,b,c'.split(',') }} {{ 'x'.upper() }} {{ ' y '.strip() }}|", "['a', 'b', 'c'] X y|"],
  ["{{ '%05d %s' % [7, 'x'] }} {{ '%s'|format('z') }} {{ '{}-{}'.format(1, 2) }}", '00007 x z 1-2'],
  ["{{ [1] + [2] }} {{ 'ab' * 2 }} {{ -7 % 3 }} {{ 7 // 2 }} {{ 2 ** 3 }}", '[1, 2] abab 2 3 8'],
  ['{{ missing | default("x") }} {{ "" | default("y", true) }} {{ none is none }}', 'x y True'],
  ["{{ sites.zrh['racks'] }} {{ sites.get('x', 9) }} {{ 'zrh' in sites }}", '3 9 True'],
  ['{{ {"b": 1, "a": [true, none]} | tojson }}', '{"a": [true, null], "b": 1}'],
  ["{{ 1 ~ 'a' ~ none }} {{ name if yes }} {{ name if none }}|", '1aNone sw1 |'],
  ['{% macro port(n, speed=1000) %}{{ n }}@{{ speed }}{% endmacro %}{{ port("e0", speed=10) }}', 'e0@10'],
  ['{% set x %}a\nb{% endset %}{{ x | indent(2) }}', 'a\n  b'],
  ["{{ name[:2] }} {{ name[-2:] }} {{ name[::-1] }} {{ 'a.b.c'.split('.')[1:][0] }}", 'sw w1 1ws b'],
  [
    '{{ [1, 2, 3, 4][1:3] }} {{ [1, 2, 3][-9:9] }} {{ [1, 2, 3, 4][::2] }} {{ empty[:1] }}',
    '[2, 3] [1, 2, 3] [1, 3] []',
  ],
  ["{% for v in vlans[:1] %}{{ v['name'] }}{% endfor %}{{ vlans[-1].name }}", 'ba'],
  ["{{ empty or 'none' }} {{ name and 5 }} {{ not empty }}", 'none 5 True'],
];

for (const [template, text] of cases)
  test(`renders ${template}`, () => assert.equal(renderTemplate({ code: template, context }), text));

for (const [template, error] of [
  ['{{ missing.x }}', /^UndefinedError: 'missing' is undefined/],
  ['{% if x %}', /^TemplateSyntaxError: parseIf/],
  ['{{ name[1:2:3:4] }}', /^TemplateSyntaxError: too many colons in a slice/],
  ['{{ vlans[] }}', /^TemplateSyntaxError/],
  ['{{ yes[:1] }}', /^TypeError: True is not subscriptable/],
  ['{{ missing[:1] }}', /^UndefinedError: 'missing' is undefined/],
  ["{{ 'a' + 1 }}", /^TypeError: unsupported operand/],
  ['{{ range(1000000) }}', /^OverflowError/],
  ["{{ ''.constructor.constructor('return process')() }}", /^UndefinedError/],
  ['{{ name.__proto__.x }}', /^UndefinedError/],
  ['{{ constructor("x") }}', /Unable to call/],
] as const)
  test(`refuses ${template}`, () =>
    assert.throws(
      () => renderTemplate({ code: template, context }),
      ({ message }: Error) => error.test(message),
    ));

test('includes what its library holds', () =>
  assert.equal(
    renderTemplate({ code: "{% include 'a.j2' %}!", context, library: new Map([['a.j2', 'A{{ name }}']]) }),
    'Asw1!',
  ));
