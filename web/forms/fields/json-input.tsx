import { Textarea, UnstyledButton } from '@mantine/core';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import styles from './fields.module.css';
import { jsonProblem } from './json-problem.ts';

/** JSON as text, looked at while it is typed. */
export function JsonInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const held = String(value ?? '');
  const problem = jsonProblem(held);
  return (
    <div>
      <Textarea
        id={id}
        name={field.name}
        size="xs"
        autosize
        minRows={3}
        maxRows={24}
        value={held}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={invalid || problem !== undefined}
        disabled={disabled}
        aria-describedby={describedBy}
        spellCheck={false}
        placeholder="{}"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
      />
      <div className={styles.below}>
        <span className={styles.problem} aria-live="polite">
          {problem}
        </span>
        {held.trim() && !problem && (
          <UnstyledButton
            className={styles.small}
            onClick={() => onChange(JSON.stringify(JSON.parse(held), null, 2))}
            disabled={disabled}
          >
            {text('form.format')}
          </UnstyledButton>
        )}
      </div>
    </div>
  );
}
