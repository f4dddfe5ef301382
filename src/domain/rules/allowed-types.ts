import type { ModelRules } from '#operations/write/rules.ts';

/** What a region, a group of sites, a site or a location can hold. */
export const placeTypes = ['dcim.region', 'dcim.sitegroup', 'dcim.site', 'dcim.location'] as const;

/** A generic relation that can name objects of these models only. */
export const allowedTypes = (field: string, models: readonly string[]): ModelRules => ({
  prepare(drafts, { contentTypes }) {
    for (const draft of drafts) {
      const type = draft.get(field);
      if (!draft.given(field) || type === null) continue;
      const name = contentTypes.name(type) ?? '';
      if (!models.includes(name)) draft.errors.add(field, `Invalid content type: ${name}`);
    }
  },
});
