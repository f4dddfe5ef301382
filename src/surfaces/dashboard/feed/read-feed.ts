import { parseDocument, parseFeed } from 'htmlparser2';
import type { Feed } from '../contract.ts';

const entriesAtMost = 100;
const textAtMost = 400;

/**
 * What a feed (RSS, RDF, Atom) says, as plain text: markup in it is read for its words and kept nowhere; links that lead
 * elsewhere than to the web are left out. Null where the text is no feed.
 */
export function readFeed(xml: string, url: URL): Feed | null {
  const feed = parseFeed(xml);
  if (!feed) return null;
  return {
    title: wordsOf(feed.title),
    entries: feed.items.slice(0, entriesAtMost).map(({ title, link, description, pubDate }) => ({
      title: wordsOf(title) || wordsOf(description).slice(0, 80),
      link: webAddress(link, url),
      published: pubDate && Number.isFinite(pubDate.getTime()) ? pubDate.toISOString() : null,
      text: shortened(wordsOf(description)),
    })),
  };
}

function webAddress(link: string | undefined, base: URL): string | null {
  if (!link || !URL.canParse(link.trim(), base)) return null;
  const url = new URL(link.trim(), base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** The words of a text that may be HTML, written once or, as in feeds, with its markup escaped. */
function wordsOf(html: string | undefined): string {
  if (!html) return '';
  const words: string[] = [];
  const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
    for (const node of nodes) {
      if (node.type === 'text' && 'data' in node) words.push(node.data);
      else if ('children' in node && node.type !== 'script' && node.type !== 'style') {
        words.push(' ');
        walk(node.children as typeof nodes);
        words.push(' ');
      }
    }
  };
  walk(parseDocument(html).children);
  return words.join('').replace(/\s+/g, ' ').trim();
}

const shortened = (text: string): string =>
  text.length > textAtMost ? `${text.slice(0, textAtMost).trimEnd()}…` : text;
