import type { Draft } from '#operations/write/draft.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import type { WriteContext } from '#operations/write/write-context.ts';
import { conditionsFault } from './conditions-fault.ts';

/** What an event rule's action works on, by its type. */
const targets: Readonly<Record<string, string>> = {
  webhook: 'extras.webhook',
  script: 'extras.script',
  notification: 'extras.notificationgroup',
};

/** Event rules: conditions that can be read, an action that is known, and the object that it works on. */
export const eventRuleRules: ModelRules = {
  validate(drafts, context) {
    for (const draft of drafts) {
      const problem = conditionsProblem(draft) ?? actionProblem(draft, context);
      if (problem) draft.errors.add(...problem);
    }
  },
};

type Problem = readonly [field: string, message: string] | undefined;

function conditionsProblem(draft: Draft): Problem {
  const conditions = JSON.parse(draft.get('conditions') ?? 'null') as unknown;
  const isSet = conditions !== null && conditions !== '' && conditions !== false && conditions !== 0;
  const empty = typeof conditions === 'object' && conditions !== null && Object.keys(conditions).length === 0;
  const fault = isSet && !empty ? conditionsFault(conditions) : undefined;
  if (fault) return ['conditions', fault];
  const data = draft.get('action_data');
  return data !== null && data !== 'null' && !data.startsWith('{')
    ? ['action_data', 'Action data must be a JSON object or null.']
    : undefined;
}

function actionProblem(draft: Draft, { contentTypes, registry }: WriteContext): Problem {
  const type = draft.get('action_type') ?? '';
  const target = targets[type];
  // An action that nothing here provides stays as it is stored, and can't be saved again.
  if (!target) return ['action_type', `Value '${type}' is not a valid choice.`];
  const model = registry.find(contentTypes.name(draft.get('action_object_type') ?? '') ?? '');
  if (!model || draft.get('action_object_id') === null)
    return ['action_object_id', 'This action requires a target object to be selected.'];
  return model.name === target
    ? undefined
    : ['action_object_id', `Selected object is not a valid ${registry.get(target).label}.`];
}
