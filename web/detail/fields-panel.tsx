import type { ModelMeta, PanelMeta } from '../../src/surfaces/meta/contract.ts';
import type { RestObject } from '../api/rest.ts';
import { capitalize } from '../texts/capitalize.ts';
import { Value } from '../values/value.tsx';
import { Attributes } from './attributes.tsx';
import { isJson } from './is-json.ts';
import { Panel } from './panel.tsx';

interface Properties {
  readonly panel: PanelMeta;
  readonly model: ModelMeta;
  readonly object: RestObject;
}

/** A group of the model's fields; those that this object's answer lacks are left out. */
export function FieldsPanel({ panel, model, object }: Properties) {
  const fields = panel.fields.flatMap(
    (name) => model.fields.find((field) => field.name === name && name in object && !isJson(field, object[name])) ?? [],
  );
  if (fields.length === 0) return null;
  return (
    <Panel title={capitalize(panel.label)}>
      <Attributes
        attributes={fields.map((field) => ({
          name: field.name,
          label: field.label,
          value: (
            <Value
              value={object[field.name]}
              view={field.view}
              objectId={object.id}
              colors={model.colors?.[field.name]}
              choices={field.choices}
              model={field.model}
              counts={field.counts}
              wide
            />
          ),
        }))}
      />
    </Panel>
  );
}
