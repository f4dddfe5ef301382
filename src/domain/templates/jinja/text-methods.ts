import { iterated, pythonText } from './python-values.ts';

type Method = (self: string, ...given: unknown[]) => unknown;

const anyOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
const stripped = (self: string, characters: unknown, ends: 'both' | 'left' | 'right'): string => {
  const set = typeof characters === 'string' ? `[${escaped(characters)}]` : '\\s';
  const left = ends === 'right' ? self : self.replace(new RegExp(`^${set}+`), '');
  return ends === 'left' ? left : left.replace(new RegExp(`${set}+$`), '');
};
const padded = (self: string, width: number, fill: unknown, left: number): string =>
  typeof fill === 'string' || fill === undefined
    ? String(fill ?? ' ').repeat(left) + self + String(fill ?? ' ').repeat(Math.max(0, width - self.length - left))
    : self;

function split(self: string, separator: unknown, most: unknown = -1): string[] {
  const parts = typeof separator === 'string' ? self.split(separator) : self.trim().split(/\s+/).filter(Boolean);
  const limit = Number(most);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(typeof separator === 'string' ? separator : ' ')];
}

/** `'{} of {name}'.format(3, name='x')`: fields by place or name, without format specifications. */
function format(self: string, ...given: unknown[]): string {
  const named = given.find(
    (one): one is Record<string, unknown> => typeof one === 'object' && one !== null && '__keywords' in one,
  );
  let next = 0;
  return self.replace(/\{\{|\}\}|\{(\w*)\}/g, (whole, field: string | undefined) => {
    if (whole === '{{' || whole === '}}') return whole[0]!;
    const value = field === '' ? given[next++] : /^\d+$/.test(field!) ? given[Number(field)] : named?.[field!];
    return pythonText(value);
  });
}

/** Python's methods of texts that templates use. */
export const textMethods: Readonly<Record<string, Method>> = {
  capitalize: (self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase(),
  casefold: (self) => self.toLowerCase(),
  center: (self, width, fill) =>
    padded(self, Number(width), fill, Math.max(0, Math.floor((Number(width) - self.length) / 2))),
  count: (self, part) => self.split(String(part)).length - 1,
  endswith: (self, end) => anyOf(end).some((one) => self.endsWith(one)),
  find: (self, part) => self.indexOf(String(part)),
  format,
  index: (self, part) => self.indexOf(String(part)),
  isalnum: (self) => /^[\p{L}\p{N}]+$/u.test(self),
  isalpha: (self) => /^\p{L}+$/u.test(self),
  isdecimal: (self) => /^\p{Nd}+$/u.test(self),
  isdigit: (self) => /^\p{Nd}+$/u.test(self),
  islower: (self) => self !== self.toUpperCase() && self === self.toLowerCase(),
  isnumeric: (self) => /^\p{N}+$/u.test(self),
  isspace: (self) => /^\s+$/.test(self),
  isupper: (self) => self !== self.toLowerCase() && self === self.toUpperCase(),
  join: (self, parts) => iterated(parts).map(pythonText).join(self),
  ljust: (self, width, fill) => padded(self, Number(width), fill, 0),
  lower: (self) => self.toLowerCase(),
  lstrip: (self, characters) => stripped(self, characters, 'left'),
  partition: (self, separator) => {
    const at = self.indexOf(String(separator));
    return at < 0 ? [self, '', ''] : [self.slice(0, at), String(separator), self.slice(at + String(separator).length)];
  },
  removeprefix: (self, start) => (self.startsWith(String(start)) ? self.slice(String(start).length) : self),
  removesuffix: (self, end) => (end !== '' && self.endsWith(String(end)) ? self.slice(0, -String(end).length) : self),
  replace: (self, part, by, most) =>
    most === undefined
      ? self.replaceAll(String(part), String(by))
      : replaceSome(self, String(part), String(by), Number(most)),
  rfind: (self, part) => self.lastIndexOf(String(part)),
  rjust: (self, width, fill) => padded(self, Number(width), fill, Math.max(0, Number(width) - self.length)),
  rsplit: (self, separator, most = -1) => {
    const parts = split(self, separator);
    const limit = Number(most);
    if (limit < 0 || parts.length <= limit + 1) return parts;
    const head = parts.slice(0, parts.length - limit).join(typeof separator === 'string' ? separator : ' ');
    return [head, ...parts.slice(parts.length - limit)];
  },
  rstrip: (self, characters) => stripped(self, characters, 'right'),
  split,
  splitlines: (self) => self.replace(/\r?\n$/, '').split(/\r\n|\r|\n/),
  startswith: (self, start) => anyOf(start).some((one) => self.startsWith(one)),
  strip: (self, characters) => stripped(self, characters, 'both'),
  swapcase: (self) =>
    [...self].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join(''),
  title: (self) => self.replace(/\p{L}+/gu, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()),
  upper: (self) => self.toUpperCase(),
  zfill: (self, width) => padded(self, Number(width), '0', Math.max(0, Number(width) - self.length)),
};

function replaceSome(self: string, part: string, by: string, most: number): string {
  const parts = self.split(part);
  return (
    parts.slice(0, most + 1).join(by) +
    parts
      .slice(most + 1)
      .map((one) => part + one)
      .join('')
  );
}
