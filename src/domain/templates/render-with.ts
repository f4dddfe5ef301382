import type { ActionRequest } from '#operations/action.ts';
import type { Model } from '#registry/model.ts';
import { ObjectGraph } from './objects/object-graph.ts';
import { manager } from './objects/object-manager.ts';
import { StoredObject } from './objects/stored-object.ts';
import { RenderError, renderTemplate } from './render-template.ts';
import { templateLibrary } from './template-library.ts';

/** A template as it is stored. */
export interface StoredTemplate {
  readonly id: string;
  readonly code: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly dataFile: string | null;
}

/** How often a template may ask for more: as deep as it follows relations. */
const mostRounds = 50;

/**
 * Renders a template with what is given, an object under its name, and a list as `queryset`. Whatever of the database it asks for is read
 * between renderings, until nothing is missing: the statements grow with the depth of its questions, not with rows.
 */
export async function renderWith(
  { context: reader }: Pick<ActionRequest, 'context'>,
  {
    template: { code, parameters, dataFile },
    given,
    object,
    list,
  }: {
    template: StoredTemplate;
    given: Readonly<Record<string, unknown>>;
    object?: { name: string; model: string; key: string };
    list?: { model: Model; keys: readonly string[] };
  },
): Promise<{ content: string; error?: undefined } | { error: string; content?: undefined }> {
  const library = await templateLibrary(reader, { code, dataFile });
  const graph = new ObjectGraph(reader);
  const root = {
    ...(object && { [object.name]: new StoredObject(graph, reader.registry.get(object.model), object.key) }),
    ...(list && { queryset: manager(list.keys.map((key) => new StoredObject(graph, list.model, key))) }),
  };
  for (let round = 0; ; round++) {
    let content: string | undefined;
    let failed: unknown;
    try {
      content = renderTemplate({ code, parameters, library, context: { ...structuredClone(given), ...root } });
    } catch (error) {
      failed = error;
    }
    if (round < mostRounds && (await graph.read())) continue;
    if (content !== undefined) return { content };
    if (failed instanceof RenderError) return { error: failed.message };
    throw failed;
  }
}
