import { Checkbox, TagsInput } from '@mantine/core';
import type { FieldProperties } from '../forms/fields/field-properties.ts';
import { text } from '../texts/text.ts';
import styles from './permissions.module.css';

const usual = ['view', 'add', 'change', 'delete'] as const;

/** What a permission allows: the four actions that all models have, and others by their names. */
export function ActionsInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const chosen = value as readonly string[];
  const others = chosen.filter((action) => !(usual as readonly string[]).includes(action));
  const set = (action: string, on: boolean) =>
    onChange([...usual.filter((one) => (one === action ? on : chosen.includes(one))), ...others]);
  return (
    <div className={styles.actions}>
      {usual.map((action) => (
        <Checkbox
          key={action}
          label={text(`action.${action}`)}
          checked={chosen.includes(action)}
          disabled={disabled}
          error={invalid}
          onChange={(event) => set(action, event.currentTarget.checked)}
        />
      ))}
      <TagsInput
        id={id}
        className={styles.others}
        name={field.name}
        size="xs"
        aria-label={text('action.others')}
        placeholder={others.length > 0 ? '' : text('action.others')}
        value={others}
        onChange={(more) => onChange([...chosen.filter((one) => !others.includes(one)), ...more])}
        splitChars={[',', ' ']}
        acceptValueOnBlur
        error={invalid}
        disabled={disabled}
        aria-describedby={describedBy}
      />
    </div>
  );
}
