import { useState } from 'react';
import type { WithinMeta } from '../../../src/surfaces/meta/form-contract.ts';
import { useModels } from '../../meta/use-models.ts';
import { capitalize } from '../../texts/capitalize.ts';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import styles from './fields.module.css';
import { ObjectPicker } from './object-picker.tsx';
import { pickParameters } from './pick-parameters.ts';
import { type Reference, toReference } from './reference.ts';
import { useOwner } from './use-owner.ts';

/** One other object; where it is part of another one, that is picked before it. */
export function RelationInput(properties: FieldProperties) {
  const { field, value, onChange, id, describedBy, invalid, disabled, form } = properties;
  const held = toReference(value);
  const parameters = pickParameters(field.pick ?? [], form);
  return (
    <PartPicker
      model={field.model!}
      within={field.within}
      held={held}
      onChange={onChange}
      parameters={parameters}
      label={undefined}
      {...{ id, describedBy, invalid, disabled }}
      required={field.required ?? false}
    />
  );
}

interface PartProperties {
  readonly model: string;
  readonly within: WithinMeta | undefined;
  readonly held: Reference | null;
  readonly onChange: (held: Reference | null) => void;
  readonly parameters?: URLSearchParams;
  readonly id: string;
  readonly label: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
}

/** An object, behind what it is part of: device, then interface. */
export function PartPicker({ within, held, onChange, parameters, model, ...rest }: PartProperties) {
  const { byId } = useModels();
  const [owner, setOwner] = useState<Reference | null>();
  const known = useOwner(within && { model, within }, owner === undefined ? held : undefined);
  const shownOwner = owner === undefined ? known : owner;
  const asked = new URLSearchParams(parameters);
  if (within && shownOwner) asked.set(within.parameter, String(shownOwner.id));
  const picker = (
    <ObjectPicker
      {...rest}
      model={model}
      chosen={held ? [held] : []}
      onChange={([first]) => onChange(first ?? null)}
      parameters={asked}
      placeholder={within ? capitalize(byId.get(model)?.label ?? '') : undefined}
    />
  );
  if (!within) return picker;
  const ownerLabel = capitalize(byId.get(within.model)?.label ?? '');
  return (
    <div className={styles.pair}>
      <ObjectPicker
        id={`${rest.id}-within`}
        model={within.model}
        label={text('form.within', { label: ownerLabel })}
        placeholder={ownerLabel}
        chosen={shownOwner ? [shownOwner] : []}
        disabled={rest.disabled}
        onChange={([first]) => {
          setOwner(first ?? null);
          if (first?.id !== shownOwner?.id) onChange(null);
        }}
      />
      {picker}
    </div>
  );
}
