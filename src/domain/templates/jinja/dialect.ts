import { put } from './collection-methods.ts';
import { member } from './member.ts';
import { type Compiler, internals, type Node, type RenderContext, type Scope } from './nunjucks-internals.ts';
import { add, divide, modulo, multiply } from './operators.ts';
import { isMapping, isTrue, iterated, pythonText, quotedText } from './python-values.ts';
import { installSlices } from './slices.ts';
import { TemplateError } from './template-error.ts';

let installed = false;

/** Teaches nunjucks what Jinja means where the two differ. Once for the process: it is used for nothing else. */
export function installDialect(): void {
  if (installed) return;
  installed = true;
  installRuntime();
  installCompiler(internals.compiler.Compiler.prototype);
  installSlices();
}

// ---- What compiled templates call

function installRuntime(): void {
  const { runtime } = internals;
  Object.assign(runtime, {
    memberLookup: member,
    isTrue,
    add,
    multiply,
    divide,
    modulo,
    suppressValue: (value: unknown, isEscaping: boolean) =>
      isEscaping && !isSafe(value) ? escapeHtml(pythonText(value)) : pythonText(isSafe(value) ? String(value) : value),
    fromIterator: (value: unknown) => iterated(value),
    inOperator: (one: unknown, among: unknown) => {
      if (typeof among === 'string') return among.includes(String(one));
      if (isMapping(among)) return Object.hasOwn(among, String(one));
      return iterated(among).some((other) => quotedText(other) === quotedText(one));
    },
    isEqual: (one: unknown, other: unknown) => one === other || quotedText(one) === quotedText(other),
    assign(target: unknown, key: unknown, value: unknown) {
      if (!isMapping(target))
        throw new TemplateError('TemplateRuntimeError', 'cannot assign attribute on non-namespace object');
      put(target, String(key), value);
    },
    contextOrFrameLookup(context: RenderContext, frame: { lookup(name: string): unknown }, name: string) {
      const local = frame.lookup(name);
      if (local !== undefined) return local;
      if (Object.hasOwn(context.ctx, name)) return context.ctx[name];
      return Object.hasOwn(context.env.globals, name) ? context.env.globals[name] : undefined;
    },
  });
}

const isSafe = (value: unknown): boolean => value instanceof (internals.runtime.SafeString as new () => object);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => entities[one]!);

// ---- What the compiler writes

/** Writes `runtime.NAME(part, part)`. */
function call(compiler: Compiler, scope: Scope, name: string, ...parts: readonly (Node | string)[]): void {
  compiler._emit(`runtime.${name}(`);
  for (const [index, part] of parts.entries()) {
    if (index > 0) compiler._emit(', ');
    if (typeof part === 'string') compiler._emit(part);
    else compiler.compile(part, scope);
  }
  compiler._emit(')');
}

function installCompiler(compiler: Compiler): void {
  const { Truth } = truthNode();
  const truth = (node: Node): Node => (node.typename === 'Truth' ? node : new Truth(node));
  const original = { ...pick(compiler, ['compileIf', 'compileInlineIf', 'compileFor', 'compileSet']) };
  const methods: Record<string, (this: Compiler, node: Node, scope: Scope, ...rest: unknown[]) => void> = {
    compileTruth(node, scope) {
      call(this, scope, 'isTrue', node.value as Node);
    },
    compileIf(node, scope, ...rest) {
      node.cond = truth(node.cond!);
      original.compileIf!.call(this, node, scope, ...rest);
    },
    compileInlineIf(node, scope) {
      node.cond = truth(node.cond!);
      if (node.else_) return original.compileInlineIf!.call(this, node, scope);
      this._emit('(');
      this.compile(node.cond, scope);
      this._emit('?');
      this.compile(node.body!, scope);
      this._emit(':undefined)');
    },
    compileNot(node, scope) {
      this._emit('!');
      call(this, scope, 'isTrue', node.target!);
    },
    compileAnd(node, scope) {
      this._emit('((v) => runtime.isTrue(v) ? ');
      this.compile(node.right!, scope);
      this._emit(' : v)(');
      this.compile(node.left!, scope);
      this._emit(')');
    },
    compileOr(node, scope) {
      this._emit('((v) => runtime.isTrue(v) ? v : ');
      this.compile(node.right!, scope);
      this._emit(')(');
      this.compile(node.left!, scope);
      this._emit(')');
    },
    compileAdd: binary('add'),
    compileMul: binary('multiply'),
    compileDiv: binary('divide'),
    compileMod: binary('modulo'),
    compileConcat(node, scope) {
      this._emit('(');
      call(this, scope, 'suppressValue', node.left!, 'false');
      this._emit(' + ');
      call(this, scope, 'suppressValue', node.right!, 'false');
      this._emit(')');
    },
    compileLookupVal(node, scope) {
      call(this, scope, 'memberLookup', node.target!, node.val!, JSON.stringify(this._getNodeName(node.target!)));
    },
    compileCompare(node, scope) {
      const { expr, ops } = node as unknown as { expr: Node; ops: { type: string; expr: Node }[] };
      const [op] = ops;
      if (ops.length === 1 && /^[=!]=+$/.test(op!.type)) {
        if (op!.type.startsWith('!')) this._emit('!');
        return call(this, scope, 'isEqual', expr, op!.expr);
      }
      this._emit('(');
      for (const [index, { type, expr: right }] of ops.entries()) {
        if (index > 0) this._emit(' && ');
        this.compile(index === 0 ? expr : ops[index - 1]!.expr, scope);
        this._emit(` ${type} `);
        this.compile(right, scope);
      }
      this._emit(')');
    },
    compileFor(node, scope) {
      const { arr } = node;
      // `for x in list if condition` is parsed as a choice without an alternative.
      if (arr?.typename === 'InlineIf' && !arr.else_) node.arr = new (filteredNode())(arr, node.name);
      original.compileFor!.call(this, node, scope);
    },
    compileFiltered(node, scope) {
      const item = this._tmpid();
      const inner = scope.push();
      const { children } = node.name!;
      if (children)
        for (const [index, child] of children.entries()) inner.set(String(child.value), `${item}[${index}]`);
      else inner.set(String(node.name!.value), item);
      const { body, cond } = node.value as Node;
      call(this, scope, 'fromIterator', body!);
      this._emit(`.filter((${item}) => `);
      call(this, inner, 'isTrue', cond!);
      this._emit(')');
    },
    compileSet(node, scope) {
      const [target] = node.targets ?? [];
      if (target?.typename !== 'LookupVal') return original.compileSet!.call(this, node, scope);
      call(this, scope, 'assign', target.target!, target.val!, (node.value ?? node.body) as Node);
      this._emitLine(';');
    },
  };
  Object.assign(compiler, methods);
}

const binary = (name: string) =>
  function (this: Compiler, node: Node, scope: Scope): void {
    call(this, scope, name, node.left!, node.right!);
  };

function pick(compiler: Compiler, names: readonly `compile${string}`[]) {
  return Object.fromEntries(names.map((name) => [name, compiler[name]]));
}

/** Nodes of our own pass for calls where nunjucks asks what an expression is. */
function truthNode() {
  class Truth extends (internals.nodes.FunCall!) {
    override value: unknown;
    constructor(value: Node) {
      super(value.lineno, value.colno);
      this.value = value;
    }
    override get typename(): string {
      return 'Truth';
    }
  }
  return { Truth };
}

function filteredNode() {
  return class Filtered extends (internals.nodes.FunCall!) {
    override value: unknown;
    override name: Node;
    constructor(value: Node, name: Node | undefined) {
      super(value.lineno, value.colno);
      this.value = value;
      this.name = name!;
    }
    override get typename(): string {
      return 'Filtered';
    }
  };
}
