import { defaultSettings } from '#base/settings.ts';
import { utilization } from '#domain/utilization/index.ts';
import { registry } from '#models/registry.ts';
import { printedSchema } from '#surfaces/graphql/printed-schema.ts';
import { metaOf } from '#surfaces/meta/meta.ts';
import { openApiDocument } from '#surfaces/openapi/document.ts';
import { labelsFile } from './labels-file.ts';
import { readable } from './readable.ts';

/** What generated/ holds, by file name. It follows from the source alone: the same source gives the same bytes. */
export function generatedFiles(): Record<string, string> {
  return {
    'labels.ts': labelsFile(registry, metaOf(registry, { version: '', measures: utilization })),
    'openapi.json': readable(openApiDocument({ registry, settings: defaultSettings })),
    'schema.graphql': printedSchema(registry),
  };
}
