import type { Measures } from '#operations/read/measure.ts';
import type { Model } from '#registry/model.ts';
import type { Registry } from '#registry/registry.ts';
import { attachedOf } from './attached.ts';
import { choicesOf } from './choices-of.ts';
import { columnsOf } from './columns.ts';
import type { FieldMeta, MenuSection, MetaIndex, ModelMeta, RelatedMeta } from './contract.ts';
import { filtersMeta } from './filters.ts';
import { addressOfNew } from './form/address-of-new.ts';
import { formOf } from './form/form-of.ts';
import type { FormMeta } from './form-contract.ts';
import { fieldLabel } from './label.ts';
import { navigation } from './navigation.ts';
import { panelsOf } from './panels.ts';
import { countsOf, relatedOf } from './related.ts';
import { restFields } from './rest-fields.ts';
import { summaryOf } from './summary.ts';
import { viewOf } from './view-of.ts';

/** The registry as the web interface is told it. */
export interface Meta {
  readonly index: MetaIndex;
  /** By path in the interface and in the API: `dcim/devices`. */
  readonly models: ReadonlyMap<string, ModelMeta>;
  /** The forms of those that can be written, by the same paths. */
  readonly forms: ReadonlyMap<string, FormMeta>;
  /** Every address of a list, and the menu's other pages. */
  readonly paths: ReadonlySet<string>;
}

const apps: Readonly<Record<string, string>> = {
  circuits: 'Circuits',
  core: 'Core',
  dcim: 'DCIM',
  extras: 'Customization',
  ipam: 'IPAM',
  tenancy: 'Tenancy',
  users: 'Users',
  virtualization: 'Virtualization',
  vpn: 'VPN',
  wireless: 'Wireless',
};

/** Tells the registry. Throws where the menu names a model that isn't served. */
export function metaOf(registry: Registry, { version, measures = {} }: { version: string; measures?: Measures }): Meta {
  const served = registry.models.filter((model) => summaryOf(model));
  const filters = new Map(served.map((model) => [model.name, filtersMeta(registry, model)]));
  const models = new Map<string, ModelMeta>();
  const forms = new Map<string, FormMeta>();
  for (const model of served) {
    const form = formOf(registry, model, filters);
    const { api, path } = summaryOf(model)!;
    if (form) forms.set(api, form).set(path, form);
  }
  for (const model of served) {
    const counted = relatedOf(registry, model, filters);
    const related = counted.map((one) => ({
      ...one,
      ...addressOfNew(forms.get(registry.get(one.model).rest!), one, model),
    }));
    const meta: ModelMeta = {
      ...summaryOf(model)!,
      help: model.description,
      fields: fieldsOf(model, countsOf(counted)),
      columns: columnsOf(registry, model, {
        counts: countsOf(counted),
        measures: new Set(Object.keys(measures[model.name] ?? {})),
      }),
      filters: filters.get(model.name) ?? [],
      panels: panelsOf(model),
      related,
      features: model.features ?? [],
      search: (model.quickSearch?.length ?? 0) > 0,
      form: forms.has(model.rest!),
      table: `${model.className}Table`,
      ...(model.readOnly || model.actionsOnly ? { readOnly: true } : {}),
    };
    models.set(meta.api, meta).set(meta.path, meta);
  }
  const index = {
    version,
    apps: Object.entries(apps).map(([name, label]) => ({ name, label })),
    models: served.map((model) => ({ ...summaryOf(model)!, ...(forms.has(model.rest!) ? { form: true } : {}) })),
    menu: menuOf(registry),
    dataFiles: { api: registry.get('core.datafile').rest!, permission: 'core.view_datafile' },
    customFields: { api: registry.get('extras.customfield').rest!, permission: 'extras.view_customfield' },
    objectTypes: { api: registry.get('core.objecttype').rest! },
    attached: attachedOf(registry),
  };
  const pages = index.menu.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ path }) => path)));
  return Object.freeze({ index, models, forms, paths: new Set([...models.keys(), ...pages]) });
}

function fieldsOf(model: Model, counts: ReadonlyMap<string, RelatedMeta>): FieldMeta[] {
  const identity = (['id', 'url', 'display_url', 'display'] as const)
    .filter((name) => name === 'id' || !model.without?.includes(name))
    .map(
      (name): FieldMeta => ({ name, label: name === 'id' ? 'ID' : name, view: name === 'id' ? 'number' : 'identity' }),
    );
  const own = restFields(model).map((field): FieldMeta => {
    const choices = choicesOf(field);
    const counted = counts.get(field.name);
    return {
      name: field.name,
      label: fieldLabel(field),
      view: viewOf(field),
      ...(field.to ? { model: field.to } : {}),
      ...(choices ? { choices } : {}),
      ...(counted ? { counts: counted } : {}),
    };
  });
  return [...identity, ...own];
}

function menuOf(registry: Registry): MenuSection[] {
  return navigation.map(({ label, icon, groups }) => ({
    label,
    icon,
    groups: Object.entries(groups).map(([group, lines]) => ({
      label: group,
      items: lines.map(([name, text, key, path]) => {
        const summary = summaryOf(registry.get(name));
        const address = path ?? summary?.path;
        if (address === undefined) throw new Error(`the menu names ${name}, which has no list`);
        const permission = name.replace('.', '.view_');
        return { label: text, path: address, model: name, permission, ...(key ? { key } : {}) };
      }),
    })),
  }));
}
