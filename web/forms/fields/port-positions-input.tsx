import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import styles from './fields.module.css';
import { ObjectPicker } from './object-picker.tsx';
import { toReference } from './reference.ts';

/** Which position of a front port leads to which position of which rear port. */
export interface PortPosition {
  readonly position: string;
  readonly rear_port: { readonly id: number } | null;
  readonly rear_port_position: string;
}

export function PortPositionsInput({ field, value, onChange, id, invalid, disabled, form }: FieldProperties) {
  const rows = value as readonly PortPosition[];
  const template = form.model.endsWith('template');
  const parameters = new URLSearchParams();
  for (const owner of template ? ['device_type', 'module_type'] : ['device']) {
    const held = toReference(form.values[owner]);
    if (held) parameters.set(`${owner}_id`, String(held.id));
  }
  const change = (at: number, part: Partial<PortPosition>) =>
    onChange(rows.map((row, position) => (position === at ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.rows} id={id} aria-label={field.label}>
      {rows.map((row, at) => (
        <div className={styles.row} key={at}>
          <TextInput
            aria-label={text('form.position')}
            title={text('form.position')}
            value={row.position}
            disabled={disabled}
            onChange={(event) => change(at, { position: event.currentTarget.value })}
          />
          <ObjectPicker
            id={`${id}-${at}`}
            label={text('form.rearPort')}
            placeholder={text('form.rearPort')}
            model={template ? 'dcim.rearporttemplate' : 'dcim.rearport'}
            parameters={parameters}
            chosen={row.rear_port ? [row.rear_port] : []}
            invalid={invalid}
            disabled={disabled}
            onChange={([first]) => change(at, { rear_port: first ?? null })}
          />
          <TextInput
            aria-label={text('form.rearPosition')}
            title={text('form.rearPosition')}
            value={row.rear_port_position}
            disabled={disabled}
            onChange={(event) => change(at, { rear_port_position: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={text('form.removeRow')}
            disabled={disabled}
            onClick={() => onChange(rows.filter((_, position) => position !== at))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={13} />}
          disabled={disabled}
          onClick={() =>
            onChange([...rows, { position: String(rows.length + 1), rear_port: null, rear_port_position: '1' }])
          }
        >
          {text('form.addRow')}
        </Button>
      </div>
    </fieldset>
  );
}
