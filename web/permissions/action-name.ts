import { type TextKey, text } from '../texts/text.ts';
import { wordsOf } from '../texts/words-of.ts';

const usual: Readonly<Record<string, TextKey>> = {
  view: 'action.view',
  add: 'action.add',
  change: 'action.change',
  delete: 'action.delete',
};

/** What an action of a permission is called, as it stands within a sentence. */
export function actionName(action: string): string {
  const key = usual[action];
  return key ? text(key).toLocaleLowerCase() : wordsOf(action);
}
