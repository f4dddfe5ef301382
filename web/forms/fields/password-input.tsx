import { PasswordInput as Base } from '@mantine/core';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import styles from './fields.module.css';

/** A new password, twice; what is held is a pair that `check` compares. */
export interface Passwords {
  readonly first: string;
  readonly again: string;
}

export function PasswordInput({ field, value, onChange, id, describedBy, invalid, disabled, form }: FieldProperties) {
  const held = value as Passwords;
  const placeholder = form.objectId === undefined ? undefined : text('form.passwordKept');
  return (
    <div className={styles.pair}>
      <Base
        id={id}
        name={field.name}
        value={held.first}
        onChange={(event) => onChange({ ...held, first: event.currentTarget.value })}
        error={invalid}
        disabled={disabled}
        aria-describedby={describedBy}
        autoComplete="new-password"
        placeholder={placeholder}
      />
      <Base
        value={held.again}
        onChange={(event) => onChange({ ...held, again: event.currentTarget.value })}
        error={invalid}
        disabled={disabled}
        aria-label={text('form.passwordAgain')}
        autoComplete="new-password"
        placeholder={text('form.passwordAgain')}
      />
    </div>
  );
}
