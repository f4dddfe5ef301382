import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import styles from './fields.module.css';

/** Tones that tell apart on both schemes, by hue, from strong to pale. */
const palette = [
  'd32f2f', 'e8590c', 'f08c00', 'f5c211', '74b816', '2f9e44', '099268', '0c8599', '1971c2', '3b5bdb', '6741d9', 'c2255c',
  'ef9a9a', 'ffc078', 'ffd43b', 'fff3a3', 'c0eb75', 'a5d6a7', '80cbc4', '80deea', '90caf9', '9fa8da', 'b39ddb', 'f48fb1',
  '4e342e', '795548', 'a1887f', '212529', '495057', '868e96', 'adb5bd', 'f8f9fa',
]; // biome-ignore format: a palette is read in rows

/** Six hexadecimal digits, or one of the usual colours. */
export function ColorInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const [open, setOpen] = useState(false);
  const held = String(value ?? '');
  const shown = /^[0-9a-f]{6}$/i.test(held) ? `#${held}` : undefined;
  return (
    <TextInput
      id={id}
      name={field.name}
      value={held}
      onChange={(event) => onChange(event.currentTarget.value.replace(/^#/, '').toLowerCase())}
      error={invalid}
      disabled={disabled}
      aria-describedby={describedBy}
      placeholder="9e9e9e"
      spellCheck={false}
      autoComplete="off"
      leftSection={
        <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
          <Popover.Target>
            <UnstyledButton
              className={styles.swatch}
              style={{ background: shown }}
              data-empty={shown ? undefined : true}
              aria-label={text('form.pickColor')}
              title={text('form.pickColor')}
              disabled={disabled}
              onClick={() => setOpen(!open)}
            />
          </Popover.Target>
          <Popover.Dropdown p={8}>
            <div className={styles.palette}>
              {palette.map((color) => (
                <UnstyledButton
                  key={color}
                  className={styles.tone}
                  style={{ background: `#${color}` }}
                  aria-label={`#${color}`}
                  aria-pressed={color === held}
                  onClick={() => {
                    onChange(color);
                    setOpen(false);
                  }}
                />
              ))}
            </div>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
