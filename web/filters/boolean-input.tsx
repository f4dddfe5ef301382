import { Button } from '@mantine/core';
import { text } from '../texts/text.ts';
import styles from './filter-editor.module.css';
import type { FilterInputProperties } from './filter-input-properties.ts';

export function BooleanInput({ values, onApply }: FilterInputProperties) {
  return (
    <div className={styles.yesno}>
      {(['true', 'false'] as const).map((value) => (
        <Button
          key={value}
          variant={values[0] === value ? 'light' : 'default'}
          data-autofocus={value === 'true' || undefined}
          onClick={() => onApply([value])}
        >
          {text(value === 'true' ? 'value.yes' : 'value.no')}
        </Button>
      ))}
    </div>
  );
}
