import { Select } from '@mantine/core';
import { useState } from 'react';
import { useModels } from '../../meta/use-models.ts';
import { capitalize } from '../../texts/capitalize.ts';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import { ObjectPicker } from './object-picker.tsx';
import type { Reference } from './reference.ts';
import styles from './terminations-input.module.css';
import { typeOptions } from './type-options.ts';
import { useOwner } from './use-owner.ts';

/** What one end of a cable holds. */
export interface Terminations {
  /** `dcim.interface`; empty while none is chosen. */
  readonly type: string;
  readonly objects: readonly Reference[];
}

/** One end of a cable: what kind of port, of which device (panel, circuit), and which of its ports. */
export function TerminationsInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const { byId } = useModels();
  const { type, objects } = value as Terminations;
  const types = field.generic!.types;
  const chosen = types.find(({ model }) => model === type);
  const [picked, setPicked] = useState<Reference | null>();
  const known = useOwner(chosen, picked === undefined ? objects[0] : undefined);
  const owner = picked === undefined ? known : picked;
  const label = (model: string) => capitalize(byId.get(model)?.label ?? model);
  const parameters = new URLSearchParams();
  if (chosen?.within && owner) parameters.set(chosen.within.parameter, String(owner.id));
  return (
    <div className={styles.side}>
      <Select
        id={chosen ? `${id}-type` : id}
        size="xs"
        openOnFocus={false}
        aria-label={text('form.typeOf', { label: field.label })}
        placeholder={text('form.type')}
        data={typeOptions(types, (model) => byId.get(model)?.label ?? model)}
        value={type || null}
        onChange={(model) => {
          const same = types.find((one) => one.model === model)?.within?.model === chosen?.within?.model;
          if (!same) setPicked(null);
          else setPicked(owner ?? null);
          onChange({ type: model ?? '', objects: [] });
        }}
        error={invalid && !type}
        disabled={disabled}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      {chosen?.within && (
        <ObjectPicker
          id={`${id}-within`}
          label={`${field.label}: ${label(chosen.within.model)}`}
          placeholder={label(chosen.within.model)}
          model={chosen.within.model}
          chosen={owner ? [owner] : []}
          disabled={disabled}
          onChange={([first]) => {
            setPicked(first ?? null);
            if (first?.id !== owner?.id) onChange({ type, objects: [] });
          }}
        />
      )}
      {chosen && (
        <ObjectPicker
          multiple
          free
          id={id}
          label={`${field.label}: ${label(chosen.model)}`}
          placeholder={label(chosen.model)}
          model={chosen.model}
          parameters={parameters}
          chosen={objects}
          describedBy={describedBy}
          invalid={invalid}
          disabled={disabled}
          onChange={(ports) => onChange({ type, objects: ports })}
        />
      )}
    </div>
  );
}
