import { Select } from '@mantine/core';
import { useModels } from '../../meta/use-models.ts';
import { capitalize } from '../../texts/capitalize.ts';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import styles from './fields.module.css';
import type { Reference } from './reference.ts';
import { PartPicker } from './relation-input.tsx';
import { typeOptions } from './type-options.ts';

/** What a relation to an object of any model holds. */
export interface GenericValue {
  /** `dcim.site`; empty while none is chosen. */
  readonly type: string;
  readonly object: Reference | null;
}

/** An object of one of several models: first which, then which one. */
export function GenericInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const { byId } = useModels();
  const { type, object } = value as GenericValue;
  const types = field.generic!.types;
  const chosen = types.find(({ model }) => model === type);
  return (
    <div className={styles.generic}>
      <Select
        id={chosen ? `${id}-type` : id}
        size="xs"
        openOnFocus={false}
        aria-label={text('form.typeOf', { label: field.label })}
        aria-describedby={describedBy}
        placeholder={text('form.type')}
        data={typeOptions(types, (model) => byId.get(model)?.label ?? model)}
        value={type || null}
        onChange={(model) => onChange({ type: model ?? '', object: null })}
        searchable={types.length > 8}
        clearable={!field.required}
        clearButtonProps={{ 'aria-label': text('form.clear'), tabIndex: -1 }}
        error={invalid && !type}
        disabled={disabled}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      {chosen && (
        <PartPicker
          key={chosen.model}
          id={id}
          label={capitalize(byId.get(chosen.model)?.label ?? '')}
          model={chosen.model}
          within={chosen.within}
          held={object}
          onChange={(picked) => onChange({ type, object: picked })}
          describedBy={describedBy}
          invalid={invalid}
          disabled={disabled}
        />
      )}
    </div>
  );
}
