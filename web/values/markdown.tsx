import { lexer, type Token, type Tokens } from 'marked';
import { createElement, Fragment, type ReactNode, useMemo } from 'react';

/**
 * Markdown as elements: the text is read into tokens and each token becomes an element here, so HTML in it stays text
 * and no address but http, https, mailto or one of ours becomes a link. Images become links: nothing is fetched unasked.
 */
export function Markdown({ source }: { readonly source: string }) {
  return useMemo(() => blocks(lexer(source)), [source]);
}

type Render = (token: never, key: number) => ReactNode;

const renderers: Readonly<Record<string, Render>> = {
  space: () => null,
  hr: (_: Token, key) => <hr key={key} />,
  br: (_: Token, key) => <br key={key} />,
  heading: (token: Tokens.Heading, key) => createElement(`h${token.depth}`, { key }, blocks(token.tokens)),
  paragraph: (token: Tokens.Paragraph, key) => <p key={key}>{blocks(token.tokens)}</p>,
  blockquote: (token: Tokens.Blockquote, key) => <blockquote key={key}>{blocks(token.tokens)}</blockquote>,
  strong: (token: Tokens.Strong, key) => <strong key={key}>{blocks(token.tokens)}</strong>,
  em: (token: Tokens.Em, key) => <em key={key}>{blocks(token.tokens)}</em>,
  del: (token: Tokens.Del, key) => <del key={key}>{blocks(token.tokens)}</del>,
  codespan: (token: Tokens.Codespan, key) => <code key={key}>{token.text}</code>,
  code: (token: Tokens.Code, key) => (
    <pre key={key}>
      <code>{token.text}</code>
    </pre>
  ),
  link: (token: Tokens.Link, key) => link(token.href, blocks(token.tokens), key),
  image: (token: Tokens.Image, key) => link(token.href, token.text || token.href, key),
  list: (token: Tokens.List, key) =>
    createElement(
      token.ordered ? 'ol' : 'ul',
      { key, ...(typeof token.start === 'number' ? { start: token.start } : {}) },
      token.items.map((item, index) => <li key={`${index}-${item.raw}`}>{blocks(item.tokens)}</li>),
    ),
  table: (token: Tokens.Table, key) => (
    <table key={key}>
      <thead>
        <tr>{token.header.map((cell, index) => cellOf('th', cell, index))}</tr>
      </thead>
      <tbody>
        {token.rows.map((row, index) => (
          <tr key={index}>{row.map((cell, column) => cellOf('td', cell, column))}</tr>
        ))}
      </tbody>
    </table>
  ),
  text: (token: Tokens.Text, key) => (
    <Fragment key={key}>{token.tokens ? blocks(token.tokens) : plain(token.text)}</Fragment>
  ),
  escape: (token: Tokens.Escape, key) => <Fragment key={key}>{token.text}</Fragment>,
};

function blocks(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, key) => {
    const render = renderers[token.type];
    return render ? render(token as never, key) : <Fragment key={key}>{token.raw}</Fragment>;
  });
}

function cellOf(tag: 'td' | 'th', cell: Tokens.TableCell, key: number): ReactNode {
  return createElement(tag, { key }, blocks(cell.tokens));
}

function link(href: string, label: ReactNode, key: number): ReactNode {
  if (!/^(https?:|mailto:|\/(?!\/))/i.test(href)) return <Fragment key={key}>{label}</Fragment>;
  return (
    <a key={key} href={href} rel="noopener noreferrer">
      {label}
    </a>
  );
}

/** marked leaves character references in plain text as they were written. */
function plain(text: string): string {
  return text.includes('&')
    ? (new DOMParser().parseFromString(text.replaceAll('<', '&lt;'), 'text/html').body.textContent ?? text)
    : text;
}
