import { describeResources } from '#identity/administration/describe-resources.ts';
import type { Meta } from '#surfaces/meta/meta.ts';
import { spokenLabels, spokenProperties } from '#surfaces/meta/spoken-labels.ts';

/** `generated/labels.ts`: what a language of the interface translates besides the interface's own texts. */
export function labelsFile({ index, models, forms }: Meta): string {
  const labels = spokenLabels([index, [...models.values()], [...forms.values()], describeResources('')]);
  return `/** Where the server's answers to the interface have words for people. */
export const spokenProperties = ${JSON.stringify(spokenProperties)} as const;

/** Every label of the registry that isn't the same in all languages. */
export type Label =
${labels.map((label) => `  | ${JSON.stringify(label)}`).join('\n')};
`;
}
