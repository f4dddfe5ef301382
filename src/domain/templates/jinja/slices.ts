import { type Compiler, internals, type Node, type Parser, type Scope } from './nunjucks-internals.ts';
import { pending } from './pending.ts';
import { quotedText, Speaking } from './python-values.ts';
import { TemplateError, undefinedError } from './template-error.ts';

/** Teaches nunjucks Python's slices: `interfaces[:2]`, `name[-3:]`, `vlans[::-1]`. */
export function installSlices(): void {
  const { lexer, nodes } = internals;
  class Slice extends (nodes.FunCall!) {
    readonly sliced: Node;
    readonly bounds: readonly (Node | undefined)[];
    constructor(sliced: Node, bounds: readonly (Node | undefined)[]) {
      super(sliced.lineno, sliced.colno);
      this.sliced = sliced;
      this.bounds = bounds;
    }
    override get typename(): string {
      return 'Slice';
    }
  }

  /** What stands between brackets behind a value, the brackets included. */
  const subscript = (parser: Parser, node: Node): Node => {
    const { lineno, colno } = parser.nextToken();
    const bounds: (Node | undefined)[] = [undefined];
    while (!parser.skip(lexer.TOKEN_RIGHT_BRACKET)) {
      if (parser.skip(lexer.TOKEN_COLON)) bounds.push(undefined);
      else if (bounds.at(-1) === undefined) bounds[bounds.length - 1] = parser.parseExpression();
      else parser.fail('invalid index', lineno, colno);
    }
    if (bounds.length > 3) parser.fail('too many colons in a slice', lineno, colno);
    if (bounds.length > 1) return new Slice(node, bounds);
    if (!bounds[0]) parser.fail('an index is missing', lineno, colno);
    return new nodes.LookupVal!(lineno, colno, node, bounds[0]);
  };

  Object.assign(internals.parser.Parser.prototype, {
    parsePostfix(this: Parser, first: Node): Node {
      let node = first;
      for (;;) {
        const token = this.peekToken();
        if (token?.type === lexer.TOKEN_LEFT_PAREN)
          node = new nodes.FunCall!(token.lineno, token.colno, node, this.parseSignature());
        else if (token?.type === lexer.TOKEN_LEFT_BRACKET) node = subscript(this, node);
        else if (token?.type === lexer.TOKEN_OPERATOR && token.value === '.') {
          this.nextToken();
          const { type, value, lineno, colno } = this.nextToken();
          if (type !== lexer.TOKEN_SYMBOL) this.fail(`expected name as lookup value, got ${value}`, lineno, colno);
          node = new nodes.LookupVal!(lineno, colno, node, new nodes.Literal!(lineno, colno, value));
        } else return node;
      }
    },
  });
  Object.assign(internals.compiler.Compiler.prototype, {
    compileSlice(this: Compiler, node: Slice, scope: Scope): void {
      this._emit('runtime.slice(');
      this.compile(node.sliced, scope);
      this._emit(`, ${JSON.stringify(this._getNodeName(node.sliced))}`);
      for (const bound of node.bounds) {
        this._emit(', ');
        if (bound) this.compile(bound, scope);
        else this._emit('null');
      }
      this._emit(')');
    },
  });
  internals.runtime.slice = slice;
}

/** A part of a text or list as Python cuts it: bounds below zero count from the end, those beyond it are the end. */
function slice(value: unknown, name: string, start: unknown, stop: unknown, step: unknown = null): unknown {
  if (value === undefined) throw undefinedError(`'${name}' is undefined`);
  if (value === pending) return pending;
  const whole = value instanceof Speaking ? value.items?.() : value;
  if (typeof whole !== 'string' && !Array.isArray(whole))
    throw new TemplateError('TypeError', `${quotedText(value)} is not subscriptable`);
  const [from, to, by] = [bound(start), bound(stop), bound(step) ?? 1];
  if (by === 0) throw new TemplateError('ValueError', 'slice step cannot be zero');
  const { length } = whole;
  const place = (at: number, least: number, most: number) => Math.min(most, Math.max(least, at < 0 ? at + length : at));
  const [least, most] = by > 0 ? [0, length] : [-1, length - 1];
  const first = from === undefined ? (by > 0 ? 0 : length - 1) : place(from, least, most);
  const end = to === undefined ? (by > 0 ? length : -1) : place(to, least, most);
  const cut: unknown[] = [];
  for (let at = first; by > 0 ? at < end : at > end; at += by) cut.push(whole[at]);
  return typeof whole === 'string' ? cut.join('') : cut;
}

function bound(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (!Number.isInteger(value))
    throw new TemplateError('TypeError', 'slice indices must be integers or None or have an __index__ method');
  return value as number;
}
