import { iterated, quotedText } from './python-values.ts';
import { TemplateError } from './template-error.ts';

type List = unknown[];
type Mapping = Record<string, unknown>;

/** Python's methods that change what they are called on give nothing back. */
const done = (_: unknown): null => null;

const same = (one: unknown) => (other: unknown) => quotedText(one) === quotedText(other);

/** Python's methods of lists that templates use. */
export const listMethods: Readonly<Record<string, (self: List, ...given: unknown[]) => unknown>> = {
  append: (self, value) => done(self.push(value)),
  clear: (self) => done(self.splice(0)),
  copy: (self) => [...self],
  count: (self, value) => self.filter(same(value)).length,
  extend: (self, values) => done(self.push(...iterated(values))),
  index: (self, value) => {
    const at = self.findIndex(same(value));
    if (at < 0) throw new TemplateError('ValueError', `${quotedText(value)} is not in list`);
    return at;
  },
  insert: (self, at, value) => done(self.splice(Number(at), 0, value)),
  pop: (self, at = -1) => self.splice(Number(at), 1)[0],
  remove: (self, value) => {
    const at = self.findIndex(same(value));
    if (at < 0) throw new TemplateError('ValueError', 'list.remove(x): x not in list');
    self.splice(at, 1);
    return null;
  },
  reverse: (self) => done(self.reverse()),
};

const own = (self: Mapping, key: unknown): unknown =>
  Object.hasOwn(self, String(key)) ? self[String(key)] : undefined;

/** Python's methods of mappings that templates use. */
export const mappingMethods: Readonly<Record<string, (self: Mapping, ...given: unknown[]) => unknown>> = {
  copy: (self) => ({ ...self }),
  get: (self, key, otherwise = null) => own(self, key) ?? (Object.hasOwn(self, String(key)) ? null : otherwise),
  items: (self) => Object.entries(self),
  keys: (self) => Object.keys(self),
  pop: (self, key, otherwise) => {
    const value = own(self, key) ?? otherwise;
    delete self[String(key)];
    return value;
  },
  setdefault: (self, key, value = null) => {
    if (!Object.hasOwn(self, String(key))) put(self, String(key), value);
    return own(self, key);
  },
  update: (self, ...given) => {
    for (const one of given)
      for (const [key, value] of Object.entries(one as Mapping)) if (key !== '__keywords') put(self, key, value);
    return null;
  },
  values: (self) => Object.values(self),
};

/** Sets a member, whatever its name. */
export function put(self: Mapping, key: string, value: unknown): void {
  Object.defineProperty(self, key, { value, enumerable: true, configurable: true, writable: true });
}
