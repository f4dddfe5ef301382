import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FormGroupMeta } from '../../src/surfaces/meta/form-contract.ts';
import { text } from '../texts/text.ts';
import { FieldFrame } from './fields/field-frame.tsx';
import type { FormAround } from './fields/field-properties.ts';
import type { FullField, FullForm } from './full-form.ts';
import { fieldOf, type Held, isUnset } from './held-values.ts';
import styles from './object-form.module.css';
import { isShown } from './shown-fields.ts';

interface Properties {
  readonly group: FormGroupMeta;
  readonly form: FullForm;
  readonly objectId: number | undefined;
  readonly held: Held;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: unknown) => void;
  readonly frame: (parts: { label: string; fields: ReactNode; small: boolean }) => ReactNode;
}

/** The fields of a group that apply, short ones side by side; nothing where none does. */
export function FormGroup({ group, form, objectId, held, problems, onChange, frame }: Properties) {
  const around: FormAround = { model: form.model, objectId, values: held };
  const isNew = objectId === undefined;
  const byName = (name: string) => form.fields.find((field) => field.name === name);
  const shown = group.fields.flatMap((entry): (FullField | readonly FullField[])[] => {
    const fields = [entry].flat().flatMap((name) => byName(name) ?? []);
    const applying = fields.filter((field) => isShown(form, field, { held, isNew }));
    return typeof entry === 'string' ? applying : applying.length > 0 ? [applying] : [];
  });
  if (shown.length === 0) return null;

  const framed = (field: FullField) => (
    <OneField
      key={field.name}
      field={isNew && field.name === form.pattern ? { ...field, help: patternHelp(field) } : field}
      hiddenLabel={group.fields.length === 1 && group.label === field.label}
      {...{ around, held, problems, onChange }}
      isForm={form.model}
    />
  );
  const cells: ReactNode[] = [];
  for (let at = 0; at < shown.length; at++) {
    const field = shown[at]!;
    const next = shown[at + 1];
    if (Array.isArray(field)) cells.push(<Alternatives key={at} fields={field} {...{ held, onChange, framed }} />);
    else {
      const one = field as FullField;
      if (next && !Array.isArray(next) && (next as FullField).name === `${one.name}_unit`) {
        cells.push(
          <div key={one.name} className={styles.unit}>
            {framed(one)}
            {framed(next as FullField)}
          </div>,
        );
        at++;
      } else {
        cells.push(
          <div key={one.name} className={cellClass(one)}>
            {framed(one)}
          </div>,
        );
      }
    }
  }
  const fields = shown.flat();
  const side = fields.length === 1 && fieldOf(fields[0]!).size === 'half';
  const small = side || (shown.length <= smallAtMost && fields.length === shown.length && fields.every(isShort));
  return frame({
    label: group.label,
    small,
    fields: <div className={small ? `${styles.grid} ${styles.small}` : styles.grid}>{cells}</div>,
  });
}

const examples: Readonly<Record<string, string>> = {
  address: '10.0.0.[1-9]/24',
  network: '10.0.[0-9].0/24',
  number: '100-109',
};

const patternHelp = ({ widget }: FullField) =>
  text('form.helpPattern', { example: examples[widget] ?? 'eth[0-47], xe-[0,1]/[0-9]' });

/** Groups of as many short fields share a row with the next one. */
const smallAtMost = 2;

const isShort = (field: FullField) => fieldOf(field).size === 'short' && !field.within;

/** A field that comes behind what it is part of takes more room. */
function cellClass(field: FullField): string {
  const { size } = fieldOf(field);
  const wide = field.within ? ` ${styles.wide}` : '';
  return `${styles[field.within && size === 'short' ? 'half' : field.name === 'description' ? 'half' : size]}${wide}`;
}

interface OneProperties {
  readonly field: FullField;
  readonly around: FormAround;
  readonly held: Held;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: unknown) => void;
  readonly isForm: string;
  readonly hiddenLabel: boolean;
}

function OneField({ field, around, held, problems, onChange, isForm, hiddenLabel }: OneProperties) {
  const [change] = useState(() => (value: unknown) => onChange(field.name, value));
  return (
    <FieldFrame
      id={`${isForm.replace('.', '-')}-${field.name}`}
      field={field as never}
      value={held[field.name]}
      onChange={change}
      error={problems[field.name]}
      disabled={field.fixed ?? false}
      form={around}
      hiddenLabel={hiddenLabel}
    />
  );
}

interface AlternativesProperties {
  readonly fields: readonly FullField[];
  readonly held: Held;
  readonly onChange: (name: string, value: unknown) => void;
  readonly framed: (field: FullField) => ReactNode;
}

/** Fields of which one is given: choosing another empties the first. */
function Alternatives({ fields, held, onChange, framed }: AlternativesProperties) {
  const given = fields.find((field) => !isUnset(field, held[field.name]));
  const [chosen, choose] = useState(given?.name ?? fields[0]!.name);
  const field = fields.find(({ name }) => name === chosen) ?? fields[0]!;
  return (
    <div className={styles.alternatives}>
      {fields.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={text('form.alternatives')}
          value={field.name}
          onChange={(name) => {
            onChange(field.name, fieldOf(field).empty);
            choose(name);
          }}
          data={fields.map(({ name, label }) => ({ value: name, label }))}
        />
      )}
      {framed(field)}
    </div>
  );
}
