import { drawing, element, escaped } from '#base/svg/element.ts';
import { inkOn } from '#base/svg/ink-on.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { PathNode } from './cable-path.ts';
import { type LinkLook, linkLooks } from './link-looks.ts';
import { keyOf, type NodeLook, nodeLooks, type ParentLook } from './node-looks.ts';
import type { Trace } from './trace-path.ts';

const style = `
svg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:13px}
text{text-anchor:middle;dominant-baseline:central}
a{cursor:pointer;text-decoration:none}
.ground{fill:#fff}
.parent{stroke:#868e96;stroke-width:1}
.name{font-weight:600}
.end{fill:#fff;stroke:#495057;stroke-width:1}
.end-name{fill:#212529}
.rim{stroke:#343a40;stroke-width:6;fill:none}
.link{stroke-width:4;fill:none}
.planned{stroke-dasharray:6 5}
.link-name{fill:#212529;text-anchor:start}
.link-detail{fill:#868e96;text-anchor:start;font-size:11px}
.attached{stroke:#868e96;stroke-width:2;stroke-dasharray:3 4}
.outcome{font-weight:600}
`;

const line = 18;
const padding = 10;
const endHeight = 28;
const linkHeight = 76;
/** The narrowest box that still holds a name. */
const least = 200;

/** A trace drawn from top to bottom: what ends belong to, the ends side by side, and the links between them. */
export async function drawTrace(context: ReadContext, { stretches, paths }: Trace, asked: number): Promise<string> {
  const width = Math.max(asked, least);
  const [looks, links] = await Promise.all([
    nodeLooks(
      context,
      stretches.flatMap(({ near, far }) => [...near, ...far]),
    ),
    linkLooks(
      context,
      stretches.flatMap(({ link }) => link),
    ),
  ]);
  const seen = (nodes: readonly PathNode[]) => nodes.flatMap((node) => looks.get(keyOf(node)) ?? []);
  const sheet = new Sheet(width);
  let before: readonly ParentLook[] = [];
  for (const { near, link, far } of stretches) {
    const nearEnds = seen(near);
    if (nearEnds.length === 0) break;

    // ---- The near side; what the last stretch ended in is not drawn twice
    const nearParents = parentsOf(nearEnds);
    const isSame = nearParents.every(({ key }) => before.some((one) => one.key === key));
    if (!isSame) sheet.parents(nearParents);
    sheet.ends(nearEnds);

    // ---- The link and the far side
    const farEnds = seen(far);
    const drawn = link.flatMap((node) => links.get(keyOf(node)) ?? []);
    if (farEnds.length === 0 && drawn.length === 0) break;
    if (drawn.length > 0) sheet.links(drawn);
    else sheet.attachment();
    sheet.ends(farEnds);
    before = parentsOf(farEnds);
    sheet.parents(before);
  }
  sheet.outcome(outcomeOf(paths));
  return sheet.drawn();
}

function outcomeOf(paths: Trace['paths']): { text: string; color: string } {
  if (paths.length === 0) return { text: 'Not connected', color: '#868e96' };
  if (paths.some(({ isSplit }) => isSplit)) return { text: 'The path splits', color: '#e8590c' };
  if (paths.some(({ isComplete }) => !isComplete)) return { text: 'The path is incomplete', color: '#e8590c' };
  if (paths.some(({ isActive }) => !isActive)) return { text: 'Complete, not connected throughout', color: '#e8590c' };
  return { text: 'Trace completed', color: '#2b8a3e' };
}

/** What the ends belong to, each once. */
function parentsOf(ends: readonly NodeLook[]): ParentLook[] {
  const found = new Map<string, ParentLook>();
  for (const { parent } of ends) if (parent) found.set(parent.key, parent);
  return [...found.values()];
}

const linked = (href: string | undefined, ...children: string[]): string =>
  href === undefined ? children.join('') : element('a', { href, target: '_parent' }, ...children);

/** A drawing that grows downwards. */
class Sheet {
  readonly #parts: string[] = [];
  readonly #width: number;
  #y = padding;

  constructor(width: number) {
    this.#width = width;
  }

  /** Boxes side by side over the whole width. */
  #row<T>(things: readonly T[], height: number, draw: (thing: T, width: number) => string): void {
    const inner = this.#width - 2 * padding;
    const width = inner / Math.max(things.length, 1);
    for (const [index, thing] of things.entries())
      this.#parts.push(element('svg', { x: padding + index * width, y: this.#y, width, height }, draw(thing, width)));
    this.#y += things.length === 0 ? 0 : height;
  }

  parents(parents: readonly ParentLook[]): void {
    const lines = Math.max(1, ...parents.map((parent) => parent.lines.filter(Boolean).length));
    const height = lines * line + padding;
    this.#row(parents, height, ({ lines: all, href, color }, width) => {
      const texts = all.filter(Boolean);
      const start = (height - (texts.length - 1) * line) / 2;
      return linked(
        href,
        element('rect', { class: 'parent', width, height, rx: 6, fill: `#${color}` }),
        ...texts.map((text, index) =>
          element(
            'text',
            { x: '50%', y: start + index * line, class: index === 0 ? 'name' : undefined, fill: inkOn(color) },
            escaped(text),
          ),
        ),
      );
    });
  }

  ends(ends: readonly NodeLook[]): void {
    // What is whole by itself is drawn as its own parent.
    const parts = ends.filter(({ parent, label }) => parent?.lines[0] !== label || parent.lines.length > 1);
    this.#row(parts, endHeight, ({ label, href }, width) =>
      linked(
        href,
        element('rect', { class: 'end', x: 4, y: 1, width: width - 8, height: endHeight - 2, rx: 4 }),
        element('text', { class: 'end-name', x: '50%', y: endHeight / 2 }, escaped(label)),
      ),
    );
  }

  links(links: readonly LinkLook[]): void {
    this.#row(links, linkHeight, ({ label, detail, href, color, isConnected, isWireless }, width) => {
      const x = links.length === 1 ? width / 2 : 14;
      const d = isWireless ? `M${x} 4 q14 11 0 22 t0 22 t0 22` : `M${x} 0 V${linkHeight}`;
      return linked(
        href,
        element('title', {}, escaped(`${label}\n${detail}`.trim())),
        ...(isWireless ? [] : [element('path', { class: 'rim', d })]),
        element('path', { class: `link${isConnected ? '' : ' planned'}`, d, stroke: `#${color}` }),
        element('text', { class: 'link-name', x: x + 14, y: linkHeight / 2 - line / 2 }, escaped(label)),
        element('text', { class: 'link-detail', x: x + 14, y: linkHeight / 2 + line / 2 }, escaped(detail)),
      );
    });
  }

  /** What ties a termination to the site or network that it belongs to. */
  attachment(): void {
    const x = this.#width / 2;
    this.#parts.push(element('path', { class: 'attached', d: `M${x} ${this.#y} v${linkHeight / 2}` }));
    this.#y += linkHeight / 2;
  }

  outcome({ text, color }: { text: string; color: string }): void {
    this.#y += line;
    this.#parts.push(element('text', { class: 'outcome', x: this.#width / 2, y: this.#y, fill: color }, escaped(text)));
    this.#y += line;
  }

  drawn(): string {
    const size = { width: this.#width, height: this.#y + padding };
    return drawing(size, style, element('rect', { class: 'ground', ...size }), ...this.#parts);
  }
}
