import { choiceSet } from '#fields/choice-set.ts';

export const contactPriority = choiceSet('tenancy.ContactPriorityChoices', [
  ['primary', 'Primary'],
  ['secondary', 'Secondary'],
  ['tertiary', 'Tertiary'],
  ['inactive', 'Inactive'],
]);
