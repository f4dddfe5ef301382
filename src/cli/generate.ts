// npm run generate: writes generated/ anew. What it writes depends on the source alone, so that a check can ask for no difference.
import { mkdir, writeFile } from 'node:fs/promises';
import { defaultSettings } from '#base/settings.ts';
import { registry } from '#models/registry.ts';
import { openApiDocument } from '#surfaces/openapi/document.ts';
import { readable } from './readable.ts';

const generated = new URL('../../generated/', import.meta.url);
await mkdir(generated, { recursive: true });
await writeFile(new URL('openapi.json', generated), readable(openApiDocument({ registry, settings: defaultSettings })));
