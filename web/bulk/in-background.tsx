import { Checkbox } from '@mantine/core';
import { text } from '../texts/text.ts';

interface Properties {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Whether a change is left to a job. */
export function InBackground({ checked, onChange }: Properties) {
  return (
    <Checkbox
      size="sm"
      label={text('bulk.background')}
      description={text('bulk.backgroundHint')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
