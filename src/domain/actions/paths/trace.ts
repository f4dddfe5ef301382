import type { Action } from '#operations/action.ts';
import { findRow } from '../find-row.ts';
import { permitted } from '../permitted.ts';
import { drawTrace } from './draw-trace.ts';
import { linkShape } from './link-shape.ts';
import { nodeTexts } from './node-texts.ts';
import { tracePath } from './trace-path.ts';

/** Width of a drawing that states none. */
const defaultWidth = 400;

/** The way from an endpoint along its cables: near ends, link and far ends of each stretch, as JSON or as a drawing. */
const traceFrom = (model: string): Action => ({
  model,
  path: 'trace',
  methods: ['GET'],
  async run(request) {
    const { context } = request;
    const where = permitted(request, model);
    const [pathId] = await findRow(request, { model, select: 't._path_id', where });
    const trace = await tracePath(context, pathId ?? null);
    if (request.query.get('render') === 'svg') {
      const width = Number(request.query.get('width') ?? defaultWidth);
      const body = await drawTrace(context, trace, width >= 1 && width <= 4000 ? width : defaultWidth);
      return { status: 200, body, type: 'image/svg+xml' };
    }

    // ---- Texts of everything on the way
    const links = new Set(trace.stretches.flatMap(({ link }) => link.slice(0, 1)));
    const ends = trace.stretches.flatMap(({ near, far }) => [...near, ...far]);
    const [endTexts, linkTexts] = await Promise.all([
      nodeTexts(context, ends, (name) => context.shapes.of(context.registry.get(name), 'brief')),
      nodeTexts(context, links, (name) => linkShape(context, name)),
    ]);

    // ---- Stretches, up to where the path splits
    const texts: string[] = [];
    for (const { near, link, far } of trace.stretches) {
      const nearTexts = endTexts(near);
      if (nearTexts.length === 0) break;
      const linkText = linkTexts(link.slice(0, 1))[0] ?? '[]';
      texts.push(`[[${nearTexts.join(',')}],${linkText},[${endTexts(far).join(',')}]]`);
    }
    return { status: 200, json: `[${texts.join(',')}]` };
  },
});

export const traceActions: readonly Action[] = [
  'dcim.consoleport',
  'dcim.consoleserverport',
  'dcim.powerport',
  'dcim.poweroutlet',
  'dcim.interface',
  'dcim.powerfeed',
].map(traceFrom);
