import { member } from './member.ts';
import { formatted } from './operators.ts';
import { isMapping, isTrue, iterated, pythonText, quotedText } from './python-values.ts';
import { TemplateError } from './template-error.ts';
import { tests } from './tests.ts';
import { textMethods } from './text-methods.ts';

type Given = readonly unknown[];
type Filter = (value: unknown, ...given: unknown[]) => unknown;
type Named = Record<string, unknown>;

/** Arguments by place and by name. */
function split(given: Given): { placed: unknown[]; named: Named } {
  const last = given.at(-1);
  if (isMapping(last) && '__keywords' in last) {
    const { __keywords: _, ...named } = last;
    return { placed: given.slice(0, -1), named };
  }
  return { placed: [...given], named: {} };
}

/** An attribute by its path; a number in it is an item's place. */
export const attributeOf = (value: unknown, path: unknown): unknown =>
  String(path)
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        at === undefined || at === null ? undefined : member(at, /^\d+$/.test(key) ? Number(key) : key, key),
      value,
    );

const sortKey = (value: unknown, sensitive: unknown): unknown =>
  typeof value === 'string' && !isTrue(sensitive) ? value.toLowerCase() : value;
const order = (one: unknown, other: unknown): number =>
  (one as number) < (other as number) ? -1 : (one as number) > (other as number) ? 1 : 0;

function keyOf(named: Named, attribute: unknown, sensitive: unknown) {
  const path = named.attribute ?? attribute;
  return (value: unknown) =>
    sortKey(path === undefined || path === null ? value : attributeOf(value, path), named.case_sensitive ?? sensitive);
}

function choose(wanted: boolean, byAttribute: boolean): Filter {
  return (value, ...given) => {
    const { placed } = split(given);
    const path = byAttribute ? placed.shift() : undefined;
    const [name, ...rest] = placed;
    const test = name === undefined ? isTrue : tests[String(name)];
    if (!test) throw new TemplateError('TemplateRuntimeError', `No test named '${String(name)}'.`);
    return iterated(value).filter((one) => test(byAttribute ? attributeOf(one, path) : one, ...rest) === wanted);
  };
}

const extreme =
  (sign: 1 | -1): Filter =>
  (value, ...given) => {
    const { placed, named } = split(given);
    const key = keyOf(named, placed[1], placed[0]);
    return iterated(value).reduce<unknown>(
      (best, one) => (best === undefined || sign * order(key(one), key(best)) < 0 ? one : best),
      undefined,
    );
  };

const indented = (value: unknown, spaces: unknown): string | undefined =>
  JSON.stringify(value, null, spaces === undefined || spaces === null ? undefined : Number(spaces));

/** JSON as Python writes it, with a space behind commas and colons, safe inside of HTML. */
function toJson(value: unknown, spaces: unknown): string {
  const text = spaces === undefined || spaces === null ? oneLine(value) : indented(sorted(value), spaces)!;
  return text.replace(/[<>&']/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : isMapping(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => order(one, other))
            .map(([key, one]) => [key, sorted(one)]),
        )
      : value;

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (isMapping(value))
    return `{${Object.entries(sorted(value) as Named)
      .map(([key, one]) => `${JSON.stringify(key)}: ${oneLine(one)}`)
      .join(', ')}}`;
  return JSON.stringify(value) ?? 'null';
}

/** Jinja's filters that nunjucks lacks, or has with another meaning. */
export const filters: Readonly<Record<string, Filter>> = {
  attr: (value, name) => attributeOf(value, name),
  count: (value) => iterated(value).length,
  default: (value, ...given) => {
    const { placed, named } = split(given);
    const otherwise = placed[0] ?? named.default_value ?? '';
    return value === undefined || (isTrue(placed[1] ?? named.boolean) && !isTrue(value)) ? otherwise : value;
  },
  filesizeformat: (value, binary = false) => {
    const base = isTrue(binary) ? 1024 : 1000;
    const units = isTrue(binary) ? ['KiB', 'MiB', 'GiB', 'TiB'] : ['kB', 'MB', 'GB', 'TB'];
    const bytes = Number(value);
    if (bytes < base) return bytes === 1 ? '1 Byte' : `${bytes} Bytes`;
    const step = Math.min(units.length, Math.floor(Math.log(bytes) / Math.log(base)));
    return `${(bytes / base ** step).toFixed(1)} ${units[step - 1]}`;
  },
  format: (value, ...given) => {
    const { placed, named } = split(given);
    return formatted(String(value), Object.keys(named).length > 0 ? [named] : placed);
  },
  groupby: (value, ...given) => {
    const { placed, named } = split(given);
    const path = placed[0] ?? named.attribute;
    const groups = new Map<string, [unknown, unknown[]]>();
    for (const one of iterated(value)) {
      const key = attributeOf(one, path) ?? named.default ?? placed[1];
      const group = groups.get(quotedText(key)) ?? [key, []];
      group[1].push(one);
      groups.set(quotedText(key), group);
    }
    return [...groups.values()]
      .sort(([one], [other]) => order(sortKey(one, false), sortKey(other, false)))
      .map(([grouper, list]) => Object.assign([grouper, list], { grouper, list }));
  },
  indent: (value, ...given) => {
    const { placed, named } = split(given);
    const width = placed[0] ?? named.width ?? 4;
    const pad = typeof width === 'string' ? width : ' '.repeat(Number(width));
    const lines = pythonText(value).split('\n');
    const first = isTrue(placed[1] ?? named.first);
    const blank = isTrue(placed[2] ?? named.blank);
    return lines.map((line, index) => ((index > 0 || first) && (line || blank) ? pad + line : line)).join('\n');
  },
  int: (value, otherwise = 0, base = 10) => {
    const number = typeof value === 'string' ? Number.parseInt(value, Number(base)) : Math.trunc(Number(value));
    return Number.isNaN(number) ? otherwise : number;
  },
  items: (value) => (isMapping(value) ? Object.entries(value) : []),
  join: (value, ...given) => {
    const { placed, named } = split(given);
    const path = placed[1] ?? named.attribute;
    return iterated(value)
      .map((one) => pythonText(path === undefined ? one : attributeOf(one, path)))
      .join(String(placed[0] ?? named.d ?? ''));
  },
  length: (value) => iterated(value).length,
  list: (value) => [...iterated(value)],
  map: function map(this: { env: { getFilter(name: string): Filter } }, value: unknown, ...given: unknown[]) {
    const { placed, named } = split(given);
    if ('attribute' in named) return iterated(value).map((one) => attributeOf(one, named.attribute) ?? named.default);
    const [name, ...rest] = placed;
    const filter = this.env.getFilter(String(name));
    return iterated(value).map((one) => filter.call(this, one, ...rest));
  } as Filter,
  max: extreme(-1),
  min: extreme(1),
  pprint: (value) => quotedText(value),
  reject: choose(false, false),
  rejectattr: choose(false, true),
  select: choose(true, false),
  selectattr: choose(true, true),
  sort: (value, ...given) => {
    const { placed, named } = split(given);
    const key = keyOf(named, placed[2], placed[1]);
    const list = [...iterated(value)].sort((one, other) => order(key(one), key(other)));
    return isTrue(placed[0] ?? named.reverse) ? list.reverse() : list;
  },
  string: pythonText,
  sum: (value, ...given) => {
    const { placed, named } = split(given);
    const path = placed[0] ?? named.attribute;
    return iterated(value).reduce<number>(
      (total, one) => total + Number(path === undefined ? one : attributeOf(one, path)),
      Number(placed[1] ?? named.start ?? 0),
    );
  },
  title: (value) => textMethods.title!(pythonText(value)),
  tojson: (value, ...given) => {
    const { placed, named } = split(given);
    return toJson(value, placed[0] ?? named.indent);
  },
  unique: (value, ...given) => {
    const { placed, named } = split(given);
    const key = keyOf(named, placed[1], placed[0]);
    const seen = new Set<string>();
    return iterated(value).filter((one) => {
      const text = quotedText(key(one));
      return !seen.has(text) && seen.add(text);
    });
  },
  wordwrap: (value, ...given) => {
    const { placed, named } = split(given);
    const width = Number(placed[0] ?? named.width ?? 79);
    return pythonText(value)
      .split('\n')
      .map((line) => line.replace(new RegExp(`(.{1,${width}})(\\s+|$)|(.{${width}})`, 'g'), '$1$3\n').trimEnd())
      .join('\n');
  },
  xmlattr: (value) =>
    Object.entries(isMapping(value) ? value : {})
      .filter(([, one]) => one !== null && one !== undefined)
      .map(([key, one]) => ` ${key}="${pythonText(one).replaceAll('&', '&amp;').replaceAll('"', '&#34;')}"`)
      .join(''),
};
