import { readFile } from 'node:fs/promises';
import { type WriteRequest, writeTransaction } from '#operations/write/transaction.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { createAccepted } from './create-accepted.ts';
import { type Definition, readDefinition, slugOf, UnreadableDefinition } from './definition.ts';
import { importComponents, type StoredType } from './import-components.ts';
import { type LibraryFile, libraryFiles, type TypeModel } from './library-files.ts';

/** What was left out of the database, and why. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

export interface ImportReport {
  readonly files: number;
  /** New types, types that lacked components, types that lacked nothing. */
  created: number;
  completed: number;
  unchanged: number;
  components: number;
  manufacturers: number;
  /** Files that name elevation images. */
  images: number;
  readonly skipped: Skipped[];
}

/** Files that are written in one transaction. */
const batchSize = 100;

/**
 * Brings a device type library into the database: what is there already is kept, and gets the components that it lacks.
 * A second import changes nothing.
 */
export async function importLibrary(
  folder: string,
  { request, progress = () => {} }: { request: WriteRequest; progress?(done: number, total: number): void },
): Promise<ImportReport> {
  const files = await libraryFiles(folder);
  let report: ImportReport = {
    files: files.length,
    created: 0,
    completed: 0,
    unchanged: 0,
    components: 0,
    manufacturers: 0,
    images: 0,
    skipped: [],
  };
  for (let at = 0; at < files.length; at += batchSize) {
    progress(at, files.length);
    const definitions = await readBatch(files.slice(at, at + batchSize), { request, report });
    report = await importBatch(definitions, { request, report });
  }
  progress(files.length, files.length);
  return report;
}

async function readBatch(
  files: readonly LibraryFile[],
  { request, report }: { request: WriteRequest; report: ImportReport },
): Promise<Definition[]> {
  const definitions: Definition[] = [];
  for (const file of files)
    try {
      const definition = readDefinition(file, await readFile(file.path, 'utf8'), request.shapes.registry);
      definitions.push(definition);
      if (definition.hasImages) report.images++;
      for (const reason of definition.leftOut) report.skipped.push({ file: file.name, reason });
    } catch (error) {
      if (!(error instanceof UnreadableDefinition)) throw error;
      report.skipped.push({ file: file.name, reason: error.message });
    }
  return definitions;
}

/** Writes a batch; where that fails altogether, file by file, so that one file keeps no other out. */
async function importBatch(
  definitions: readonly Definition[],
  { request, report }: { request: WriteRequest; report: ImportReport },
): Promise<ImportReport> {
  const next = structuredClone(report);
  try {
    await writeTransaction(request, (context) => write(definitions, { context, report: next }));
    return next;
  } catch (error) {
    if (definitions.length > 1) {
      let each = report;
      for (const definition of definitions) each = await importBatch([definition], { request, report: each });
      return each;
    }
    // Whatever is no answer to the file's content concerns all files.
    if ((error as { code?: string }).code?.startsWith('23') !== true) throw error;
    report.skipped.push({ file: definitions[0]!.file.name, reason: (error as Error).message });
    return report;
  }
}

async function write(
  definitions: readonly Definition[],
  { context, report }: { context: WriteContext; report: ImportReport },
): Promise<void> {
  const skipped = ({ file }: Definition, reason: string) => void report.skipped.push({ file: file.name, reason });
  const makers = await importManufacturers(definitions, { context, report });
  const types: StoredType[] = [];
  const fresh = new Set<StoredType>();
  for (const model of ['dcim.devicetype', 'dcim.moduletype', 'dcim.racktype'] as const) {
    const ofModel = definitions.filter(({ file }) => file.model === model);
    if (ofModel.length === 0) continue;
    const known = await knownTypes(model, context);
    const profiles = await readProfiles(ofModel, context);
    const claimed = new Map<string, Definition>();
    const missing = ofModel.filter((definition) => {
      const maker = makers.get(definition.manufacturer);
      if (maker === undefined) return skipped(definition, `its manufacturer "${definition.manufacturer}" is refused`);
      const ids = identities(definition, maker);
      const twin = ids.map((id) => claimed.get(id)).find(Boolean);
      if (twin) return skipped(definition, `${twin.file.name} defines the same type`);
      for (const id of ids) claimed.set(id, definition);
      const key = ids.map((id) => known.get(id)).find(Boolean);
      if (key !== undefined) types.push({ definition, key });
      return key === undefined;
    });
    await createAccepted(context, model, {
      wishes: missing.map((definition) => ({
        of: definition,
        body: {
          ...withProfile(definition, profiles, skipped),
          manufacturer: Number(makers.get(definition.manufacturer)),
          model: definition.model,
        },
      })),
      made: (definition, key) => {
        const type = { definition, key };
        types.push(type);
        fresh.add(type);
      },
      refused: skipped,
    });
  }
  const counts = await importComponents(types, { context, skipped });
  for (const type of types) {
    const count = counts.get(type) ?? 0;
    report.components += count;
    report[fresh.has(type) ? 'created' : count > 0 ? 'completed' : 'unchanged']++;
  }
}

/** Manufacturers of types and of their inventory items, by name; those that are not there are made. */
async function importManufacturers(
  definitions: readonly Definition[],
  { context, report }: { context: WriteContext; report: ImportReport },
): Promise<ReadonlyMap<string, string>> {
  const names = new Set<string>();
  for (const { manufacturer, components } of definitions) {
    names.add(manufacturer);
    for (const list of components.values())
      for (const { named } of list) if (named.manufacturer) names.add(named.manufacturer);
  }
  const rows = await context.rows('select name, slug, id from dcim_manufacturer');
  const byName = new Map(rows.map(([name, , id]) => [name!, id!]));
  const bySlug = new Map(rows.map(([, slug, id]) => [slug!, id!]));
  const makers = new Map<string, string>();
  const wishes = new Map<string, { of: string; body: { name: string; slug: string } }>();
  for (const name of names) {
    const slug = slugOf(name);
    const key = byName.get(name) ?? bySlug.get(slug);
    if (key !== undefined) makers.set(name, key);
    else if (!wishes.has(slug)) wishes.set(slug, { of: name, body: { name, slug } });
  }
  await createAccepted(context, 'dcim.manufacturer', {
    wishes: [...wishes.values()],
    made: (name, key) => {
      report.manufacturers++;
      for (const other of names) if (slugOf(other) === slugOf(name)) makers.set(other, key);
    },
    refused: () => {},
  });
  return makers;
}

/** By what a type is known again: its maker's model, or its slug, which is the maker's or, of racks, unique. */
const identities = ({ file, model, fields }: Definition, maker: string): string[] => [
  `model ${maker} ${model}`,
  ...(fields.slug === undefined ? [] : [`slug ${file.model === 'dcim.racktype' ? '' : maker} ${fields.slug}`]),
];

async function knownTypes(model: TypeModel, context: WriteContext): Promise<ReadonlyMap<string, string>> {
  const { table, fields } = context.registry.get(model);
  const rows = await context.rows(
    `select id, manufacturer_id, model, ${fields.has('slug') ? 'slug' : 'null'} from "${table}" order by id`,
  );
  const known = new Map<string, string>();
  for (const [id, maker, name, slug] of rows) {
    known.set(`slug ${model === 'dcim.racktype' ? '' : maker} ${slug}`, id!);
    known.set(`model ${maker} ${name}`, id!);
  }
  return known;
}

async function readProfiles(
  definitions: readonly Definition[],
  context: WriteContext,
): Promise<ReadonlyMap<string, string>> {
  if (!definitions.some(({ profile }) => profile)) return new Map();
  const rows = await context.rows('select name, id from dcim_moduletypeprofile');
  return new Map(rows.map(([name, id]) => [name!, id!]));
}

/** With the profile of a module type, where there is one of that name; without it, its attributes mean nothing. */
function withProfile(
  definition: Definition,
  profiles: ReadonlyMap<string, string>,
  skipped: (definition: Definition, reason: string) => void,
): Record<string, unknown> {
  const { profile, fields } = definition;
  if (profile === undefined) return { ...fields };
  const key = profiles.get(profile);
  if (key !== undefined) return { ...fields, profile: Number(key) };
  skipped(definition, `there is no module type profile "${profile}"; its attributes are left out`);
  const { attributes: _, ...others } = fields;
  return others;
}
