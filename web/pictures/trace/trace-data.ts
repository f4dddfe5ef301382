import { queryOptions } from '@tanstack/react-query';
import type { ModelMeta } from '../../../src/surfaces/meta/contract.ts';
import { request } from '../../api/request.ts';
import type { RestChoice, RestList, RestObject, RestReference } from '../../api/rest.ts';

/** A cable, or a link without one. */
export interface TraceLink extends RestReference {
  readonly label?: string;
  readonly type?: RestChoice | null;
  readonly status?: RestChoice | null;
  /** Six hexadecimal digits, or nothing. */
  readonly color?: string;
  readonly length?: number | null;
  readonly length_unit?: RestChoice | null;
}

/** A stop on the way: the ends of links, side by side, or the links between them. */
export type TraceStep =
  | { readonly kind: 'ends'; readonly ends: readonly RestReference[] }
  | { readonly kind: 'links'; readonly links: readonly TraceLink[] };

export interface TracedPath {
  readonly steps: readonly TraceStep[];
  readonly isComplete: boolean;
  readonly isSplit: boolean;
}

type Node = RestReference & Readonly<Record<string, unknown>>;
type Stretch = readonly [near: readonly Node[], link: Node | readonly Node[] | null, far: readonly Node[]];

/** Whether objects of the model lie on paths, and how they are asked: from an end, or from a port in the middle. */
export function traceKind({ fields }: ModelMeta): 'trace' | 'paths' | undefined {
  const has = (name: string) => fields.some((field) => field.name === name);
  if (has('connected_endpoints')) return 'trace';
  return has('link_peers') ? 'paths' : undefined;
}

/** The ways that lead over an object, with what is known of their cables. */
export const traceQuery = (model: ModelMeta, object: RestObject) =>
  queryOptions({
    queryKey: ['object', model.id, String(object.id), 'trace'],
    queryFn: async ({ signal }): Promise<readonly TracedPath[]> => {
      const ask = <T>(path: string) => request<T>(path, { signal });
      const below = `/api/${model.api}/${object.id}`;
      const paths =
        traceKind(model) === 'trace'
          ? [tracedStretches(await ask<readonly Stretch[]>(`${below}/trace/`), object)]
          : (await ask<readonly Path[]>(`${below}/paths/`)).map(tracedPath);
      const cables = new Set(
        paths.flatMap(({ steps }) =>
          steps.flatMap((step) => (step.kind === 'links' ? step.links.filter(isCable).map(({ id }) => id) : [])),
        ),
      );
      if (cables.size === 0) return paths.filter(({ steps }) => steps.length > 0);
      const { results } = await ask<RestList>(
        `/api/dcim/cables/?limit=0&${[...cables].map((id) => `id=${id}`).join('&')}&fields=id,url,display,label,type,status,color,length,length_unit`,
      );
      const known = new Map(results.map((cable) => [cable.id, cable as unknown as TraceLink]));
      return paths.map((path) => ({
        ...path,
        steps: path.steps.map((step) =>
          step.kind === 'links'
            ? { ...step, links: step.links.map((link) => (isCable(link) ? (known.get(link.id) ?? link) : link)) }
            : step,
        ),
      }));
    },
  });

interface Path {
  readonly path: readonly (readonly Node[])[];
  readonly is_complete: boolean;
  readonly is_split: boolean;
}

const isCable = ({ url }: RestReference) => url.includes('/dcim/cables/');
const isLink = (node: RestReference) => isCable(node) || url(node).includes('/wireless/wireless-links/');
const url = (node: RestReference) => node.url ?? '';

function tracedStretches(stretches: readonly Stretch[], object: RestObject): TracedPath {
  const steps = stretches.flatMap(([near, link, far]): TraceStep[] => {
    const links = link === null ? [] : Array.isArray(link) ? (link as readonly Node[]) : [link as Node];
    return [
      { kind: 'ends' as const, ends: near },
      ...(links.length > 0 ? [{ kind: 'links' as const, links }] : []),
      ...(far.length > 0 ? [{ kind: 'ends' as const, ends: far }] : []),
    ];
  });
  const isComplete = object.connected_endpoints_reachable === true && Array.isArray(object.connected_endpoints);
  return { steps, isComplete, isSplit: false };
}

const tracedPath = ({ path, is_complete, is_split }: Path): TracedPath => ({
  steps: path.map(
    (nodes): TraceStep =>
      nodes.some(isLink) ? { kind: 'links', links: nodes as readonly TraceLink[] } : { kind: 'ends', ends: nodes },
  ),
  isComplete: is_complete,
  isSplit: is_split,
});
