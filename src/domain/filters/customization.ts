import type { Behaviour } from '#query/filters/behaviour.ts';
import { contentTypeCondition, stepsTo } from '#query/filters/condition-of.ts';
import { resolvePath } from '#query/path.ts';
import { and, not, or } from '#query/tree.ts';
import { isThere, onPath, textsOf, yesOrNo } from './on-path.ts';

const items = 'extras_taggeditem_items';

/** Filters of what adapts NetBox to its users: choice sets, event rules, saved filters, tags, permissions, types. */
export const customization = {
  filterByChoice: (input) => onPath(input, 'extra_choices', textsOf(input), 'overlap'),
  filterByChoiceColors: (input) => onPath(input, 'choice_colors', textsOf(input), 'has_value'),
  filterEventType: (input) => onPath(input, 'event_types', textsOf(input), 'overlap'),
  filterActionIsAvailable: (input) =>
    yesOrNo(input, onPath(input, 'action_type', ['webhook', 'script', 'notification'])),
  filterFeatures: (input) => onPath(input, 'features', textsOf(input), 'array_icontains'),
  usable: (input) =>
    yesOrNo(
      input,
      and(
        onPath(input, 'enabled', ['true']),
        or(
          onPath(input, 'shared', ['true']),
          ...(input.userId === undefined ? [] : [onPath(input, 'user', [input.userId])]),
        ),
      ),
    ),
  /** Tags in use on a model. Where no value names one, every tag that is in use. */
  contentType: (input) => {
    const names = textsOf(input).filter((name) => name.split('.').length === 2);
    if (names.length === 0) return isThere(input, items);
    return contentTypeCondition(
      stepsTo(input.registry, resolvePath(input.registry, input.model, `${items}.content_type`)),
      names,
    );
  },
  contentTypeId: (input) => onPath(input, `${items}.content_type`, textsOf(input)),
  forObjectType: (input) => or(onPath(input, 'object_types.id', textsOf(input)), not(isThere(input, 'object_types'))),
  /** `can_view`: whether the permission lists the action. */
  checkAction: (input) =>
    yesOrNo(input, onPath(input, 'actions', [input.filter.name.replace(/^can_/, '')], 'contains')),
} satisfies Record<string, Behaviour>;
