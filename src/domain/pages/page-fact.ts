import type { Settings } from '#base/settings.ts';
import type { Asker } from '#operations/action.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { Condition } from '#query/tree.ts';
import type { Model } from '#registry/model.ts';
import type { PageFacts } from './contract.ts';

/** An object that somebody looks at and may see, and who they are. */
export interface PageRequest {
  readonly model: Model;
  readonly key: string;
  readonly context: ReadContext;
  readonly settings: Settings;
  readonly asker: Asker;
  permits(model: Model, action: string): Condition;
}

/** Something that the page of an object shows and its REST answer doesn't tell: JSON. Throws an HttpError. */
export type PageFact<Name extends keyof PageFacts = keyof PageFacts> = (
  request: PageRequest,
) => Promise<PageFacts[Name]>;
