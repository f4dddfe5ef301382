import { TextInput } from '@mantine/core';
import { text } from '../texts/text.ts';

interface Properties {
  readonly value: string;
  readonly onChange: (message: string) => void;
}

/** The message that the change log keeps with the change. */
export function ChangeMessage({ value, onChange }: Properties) {
  return (
    <TextInput
      label={text('bulk.message')}
      placeholder={text('bulk.messageHint')}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
