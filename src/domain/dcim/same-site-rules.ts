import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { relatedRows } from '../rules/related-rows.ts';
import { refuse } from './problem.ts';

/** The location of an object with a site, or the parent of a location, is at the same site. */
export const locationOfSite = (relation: 'location' | 'parent'): ModelRules => ({
  async validate(drafts, context) {
    const locations = await relatedRows(drafts, context, { relation, select: 't.site_id, t.name' });
    refuse(drafts, (draft) => {
      const location = locations.get(draft.get(relation) ?? '');
      return location && location[0] !== draft.get('site')
        ? [
            wholeObject,
            relation === 'parent'
              ? `Parent location (${location[1]}) must belong to the same site.`
              : `Location ${location[1]} is in a different site.`,
          ]
        : undefined;
    });
  },
});

/** The rack that a feed serves is at the site of what the feed comes from. */
export const rackOfSource = (source: 'power_panel' | 'cooling_source', words: string): ModelRules => ({
  async validate(drafts, context) {
    const [racks, sources] = await Promise.all([
      relatedRows(drafts, context, { relation: 'rack', select: 't.site_id, t.name' }),
      relatedRows(drafts, context, { relation: source, select: 't.site_id, t.name' }),
    ]);
    refuse(drafts, (draft) => {
      const [rack, from] = [racks.get(draft.get('rack') ?? ''), sources.get(draft.get(source)!)];
      return rack && rack[0] !== from?.[0]
        ? [wholeObject, `Rack ${rack[1]} and ${words} ${from?.[1]} are in different sites.`]
        : undefined;
    });
  },
});
