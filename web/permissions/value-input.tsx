import { Button, MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { ConstraintField } from '../../src/surfaces/permissions/contract.ts';
import { ObjectPicker } from '../forms/fields/object-picker.tsx';
import { useModels } from '../meta/use-models.ts';
import { text } from '../texts/text.ts';
import styles from './permissions.module.css';
import type { Row } from './rows.ts';

interface Properties {
  readonly field: ConstraintField | undefined;
  readonly row: Row;
  readonly disabled: boolean;
  readonly onChange: (value: unknown) => void;
}

/** What a field is compared with, edited as its kind asks for. */
export function ValueInput({ field, row, disabled, onChange }: Properties) {
  const id = useId();
  const { byId } = useModels();
  const label = text('builder.value');
  const shared = { id, className: styles.value, disabled, 'aria-label': label };
  const { value, lookup } = row;
  if (lookup === 'isnull' || field?.type === 'boolean')
    return (
      <NativeSelect
        {...shared}
        value={String(value)}
        data={[
          { value: 'true', label: text('value.yes') },
          { value: 'false', label: text('value.no') },
        ]}
        onChange={(event) => onChange(event.currentTarget.value === 'true')}
      />
    );
  if (field?.type === 'relation' && field.model && byId.has(field.model)) {
    const many = lookup === 'in';
    const ids = (many ? (Array.isArray(value) ? value : []) : [value]).filter((one) => Number.isInteger(one));
    const isUser = field.model === 'users.user' && !many;
    return (
      <div className={styles.picker}>
        {isUser && value === '$user' ? null : (
          <ObjectPicker
            id={id}
            model={field.model}
            multiple={many}
            label={label}
            disabled={disabled}
            chosen={ids.map((one) => ({ id: one as number }))}
            onChange={(chosen) => onChange(many ? chosen.map((one) => one.id) : (chosen[0]?.id ?? ''))}
          />
        )}
        {isUser && (
          <Button
            size="xs"
            variant={value === '$user' ? 'light' : 'default'}
            disabled={disabled}
            aria-pressed={value === '$user'}
            title={text('builder.userHelp')}
            onClick={() => onChange(value === '$user' ? '' : '$user')}
          >
            {text('builder.user')}
          </Button>
        )}
      </div>
    );
  }
  if (field?.type === 'choice' && field.choices) {
    const data = field.choices.map((choice) => ({ value: String(choice.value), label: choice.label }));
    const typed = (one: string) => field.choices!.find((choice) => String(choice.value) === one)?.value ?? one;
    if (lookup === 'in')
      return (
        <MultiSelect
          {...shared}
          size="xs"
          searchable
          hidePickedOptions
          data={data}
          value={(Array.isArray(value) ? value : []).map(String)}
          onChange={(chosen) => onChange(chosen.map(typed))}
        />
      );
    return (
      <NativeSelect
        {...shared}
        data={data.some((one) => one.value === String(value)) ? data : [String(value), ...data]}
        value={String(value)}
        onChange={(event) => onChange(typed(event.currentTarget.value))}
      />
    );
  }
  const typed = (one: string): unknown => (isNumeric(field) && /^-?\d+(\.\d+)?$/.test(one.trim()) ? Number(one) : one);
  if (Array.isArray(value) || lookup === 'in')
    return (
      <TagsInput
        {...shared}
        size="xs"
        acceptValueOnBlur
        splitChars={[',']}
        value={(Array.isArray(value) ? value : [value]).map(String)}
        onChange={(texts) => onChange(texts.map(typed))}
      />
    );
  return (
    <TextInput
      {...shared}
      value={typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')}
      placeholder={field?.type === 'moment' ? '2026-03-01' : field?.type === 'network' ? '192.0.2.0/24' : undefined}
      onChange={(event) => onChange(typed(event.currentTarget.value))}
    />
  );
}

const isNumeric = (field: ConstraintField | undefined) => field?.type === 'number' || field?.type === 'relation';
