import { configContextFact } from './config-context.ts';
import type { PageFacts } from './contract.ts';
import { customLinksOf } from './custom-links.ts';
import { marksOf } from './marks.ts';
import type { PageFact } from './page-fact.ts';
import { renderedConfigFact } from './rendered-config.ts';

interface AskedFact {
  readonly fact: PageFact;
  /** The models whose pages show it; every model's, where none is named. */
  readonly models?: readonly string[];
}

const configured = ['dcim.device', 'virtualization.virtualmachine'];

/** What pages of objects show, by the last step of its address; the empty one is asked for on every page. */
export const pageFacts: ReadonlyMap<string, AskedFact> = new Map<keyof PageFacts, AskedFact>([
  ['', { fact: async (request) => ({ ...(await marksOf(request)), links: await customLinksOf(request) }) }],
  ['config-context', { fact: configContextFact, models: configured }],
  ['render-config', { fact: renderedConfigFact, models: configured }],
]);
