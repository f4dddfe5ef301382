import { createElement, Fragment, type ReactNode, useMemo } from 'react';

const allowed = new Set([
  'a',
  'b',
  'br',
  'code',
  'div',
  'em',
  'i',
  'li',
  'ol',
  'p',
  'small',
  'span',
  'strong',
  'u',
  'ul',
]);

/** HTML that an administrator wrote, reduced to harmless elements; links only to http, https and mailto. */
export function SafeHtml({ html }: { readonly html: string }) {
  return useMemo(() => children(new DOMParser().parseFromString(html, 'text/html').body), [html]);
}

function children(parent: Node): ReactNode {
  return [...parent.childNodes].map((node, index) => {
    const key = String(index);
    if (node instanceof Text) return node.data;
    if (!(node instanceof HTMLElement)) return null;
    const name = node.localName;
    if (name === 'script' || name === 'style') return null;
    if (name === 'br') return <br key={key} />;
    if (!allowed.has(name)) return <Fragment key={key}>{children(node)}</Fragment>;
    const href = name === 'a' ? node.getAttribute('href') : null;
    const safe = href && /^(https?:|mailto:|\/(?!\/))/i.test(href) ? { href, rel: 'noopener noreferrer' } : {};
    return createElement(name, { key, ...safe }, children(node));
  });
}
