import { ActionIcon, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import { slugify } from './slugify.ts';

/** A slug: follows the name while an object is made and nobody wrote another one; made from it again by the button. */
export function SlugInput({ field, value, onChange, id, describedBy, invalid, disabled, form }: FieldProperties) {
  const source = String(form.values[field.from ?? 'name'] ?? '');
  const last = useRef(source);
  const held = String(value ?? '');
  const touched = useRef(false);
  useEffect(() => {
    if (source === '' && held === '') touched.current = false;
    const follows =
      form.objectId === undefined && !touched.current && (held === '' || held === slugify(last.current, field.max));
    const made = slugify(source, field.max);
    last.current = source;
    if (follows && made !== held) onChange(made);
  }, [source, held, onChange, form.objectId, field.max]);
  return (
    <TextInput
      id={id}
      name={field.name}
      value={held}
      onChange={(event) => {
        touched.current = true;
        onChange(event.currentTarget.value);
      }}
      error={invalid}
      disabled={disabled}
      required={field.required ?? false}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck={false}
      rightSection={
        <ActionIcon
          size={22}
          aria-label={text('form.slugAgain')}
          title={text('form.slugAgain')}
          onClick={() => onChange(slugify(source, field.max))}
        >
          <IconRefresh size={13} />
        </ActionIcon>
      }
    />
  );
}
