import nunjucks from 'nunjucks';

/** A node of a parsed template. */
export interface Node {
  readonly typename: string;
  readonly lineno: number;
  readonly colno: number;
  value?: unknown;
  cond?: Node;
  body?: Node;
  else_?: Node;
  arr?: Node;
  name?: Node;
  left?: Node;
  right?: Node;
  target?: Node;
  val?: Node;
  targets?: Node[];
  children?: Node[];
}

/** What a template's compiler knows of names while it writes a scope. */
export interface Scope {
  push(): Scope;
  set(name: string, variable: string): void;
}

/** The compiler's methods that the dialect replaces or uses. */
export interface Compiler {
  [method: `compile${string}`]: (node: Node, scope: Scope, ...rest: unknown[]) => void;
  compile(node: Node, scope: Scope): void;
  _emit(code: string): void;
  _emitLine(code: string): void;
  _tmpid(): string;
  _getNodeName(node: Node): string;
}

/** A piece of a template's text, as the lexer tells it. */
export interface Token {
  readonly type: string;
  readonly value: string;
  readonly lineno: number;
  readonly colno: number;
}

/** The parser's methods that the dialect uses. */
export interface Parser {
  peekToken(): Token | null;
  nextToken(): Token;
  /** Takes the next token if it is of the type. */
  skip(type: string): boolean;
  parseExpression(): Node;
  parseSignature(): Node;
  fail(message: string, lineno: number, colno: number): never;
}

/** Functions that compiled templates call. */
export interface Runtime {
  [name: string]: unknown;
}

/** A template's context while it renders. */
export interface RenderContext {
  readonly ctx: Record<string, unknown>;
  readonly env: { readonly globals: Record<string, unknown> };
}

/** Parts of nunjucks that its types leave out. */
export const internals = nunjucks as unknown as {
  readonly compiler: { readonly Compiler: { readonly prototype: Compiler } };
  readonly parser: { readonly Parser: { readonly prototype: Parser } };
  readonly lexer: Readonly<
    Record<`TOKEN_${'LEFT_PAREN' | 'LEFT_BRACKET' | 'RIGHT_BRACKET' | 'COLON' | 'OPERATOR' | 'SYMBOL'}`, string>
  >;
  readonly runtime: Runtime;
  readonly nodes: Readonly<Record<string, new (...given: unknown[]) => Node>>;
};
