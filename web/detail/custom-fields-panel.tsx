import { useSuspenseQuery } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { customFieldTypes } from '../custom-fields/custom-field-types.ts';
import { customFieldsQuery } from '../custom-fields/custom-fields-query.ts';
import { customFieldLabel } from '../custom-fields/with-custom-fields.ts';
import { useModels } from '../meta/use-models.ts';
import { useSession } from '../session/use-session.ts';
import { text } from '../texts/text.ts';
import { isEmpty } from '../values/is-empty.ts';
import { Value } from '../values/value.tsx';
import { Attributes } from './attributes.tsx';
import { Panel } from './panel.tsx';

interface Properties {
  readonly model: ModelMeta;
  readonly objectId: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The fields that administrators added, a panel for each of their groups. */
export function CustomFieldsPanel({ model, objectId, values }: Properties) {
  const { user } = useSession();
  const { data } = useSuspenseQuery(customFieldsQuery(useModels().index.customFields, user));
  const fields = data.filter(
    ({ object_types, name, ui_visible }) =>
      object_types.includes(model.id) && name in values && (ui_visible.value === 'always' || !isEmpty(values[name])),
  );
  const groups = [...new Set(fields.map((field) => field.group_name))];
  return groups.map((group) => (
    <Panel key={group} title={group || text('detail.customFields')}>
      <Attributes
        attributes={fields
          .filter((field) => field.group_name === group)
          .map((field) => ({
            name: field.name,
            label: customFieldLabel(field),
            value: (
              <Value
                value={values[field.name]}
                view={customFieldTypes[field.type.value]?.view ?? 'text'}
                model={field.related_object_type ?? undefined}
                objectId={objectId}
                wide
              />
            ),
          }))}
      />
    </Panel>
  ));
}
