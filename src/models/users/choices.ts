import { choiceSet } from '#fields/choice-set.ts';

export const tokenVersion = choiceSet('users.TokenVersionChoices', [
  [1, 'v1'],
  [2, 'v2'],
]);
