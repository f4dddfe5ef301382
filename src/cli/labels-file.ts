import { importRules } from '#domain/import/index.ts';
import { describeResources } from '#identity/administration/describe-resources.ts';
import { type ImportColumn, importColumns } from '#operations/import/import-columns.ts';
import type { Registry } from '#registry/registry.ts';
import { importColumnMeta } from '#surfaces/bulk/import-column-meta.ts';
import type { Meta } from '#surfaces/meta/meta.ts';
import { spokenLabels, spokenProperties } from '#surfaces/meta/spoken-labels.ts';
import { constraintFields } from '#surfaces/permissions/constraint-fields.ts';

/** `generated/labels.ts`: what a language of the interface translates besides the interface's own texts. */
export function labelsFile(registry: Registry, { index, models, forms }: Meta): string {
  const written = [...forms.values()].map(({ model }) => registry.get(model));
  const labels = spokenLabels([
    index,
    [...models.values()],
    [...forms.values()],
    written.flatMap((model) => importColumns(registry, model, importRules[model.name]).map(shownOfColumn)),
    index.models.map(({ id }) => constraintFields(registry.get(id))),
    describeResources(''),
  ]);
  return `/** Where the server's answers to the interface have words for people. */
export const spokenProperties = ${JSON.stringify(spokenProperties)} as const;

/** Every label of the registry that isn't the same in all languages. */
export type Label =
${labels.map((label) => `  | ${JSON.stringify(label)}`).join('\n')};
`;
}

/** What only tells objects apart is shown by the columns that it helps, and a hint in place of the label. */
function shownOfColumn(column: ImportColumn): unknown {
  const { narrows, hint, ...rest } = importColumnMeta(column);
  return narrows ? undefined : hint ? { hint } : rest;
}
