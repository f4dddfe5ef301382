import { ActionIcon, Button } from '@mantine/core';
import { IconEraser, IconX } from '@tabler/icons-react';
import { fieldOf } from '../forms/held-values.ts';
import { text } from '../texts/text.ts';
import styles from './bulk.module.css';
import type { EditField } from './edit-fields.ts';

interface Properties {
  readonly field: EditField;
  readonly changed: boolean;
  readonly onEmpty: (name: string, value: unknown) => void;
  readonly onLeave: (field: EditField) => void;
}

/** Whether a field is changed; empties it, or leaves it as it is. */
export function EditMarks({ field, changed, onEmpty, onLeave }: Properties) {
  if (changed)
    return (
      <Button
        size="compact-xs"
        variant="light"
        className={styles.mark}
        rightSection={<IconX size={11} />}
        aria-label={text('bulk.leaveField', { label: field.label })}
        onClick={() => onLeave(field)}
      >
        {text('bulk.changed')}
      </Button>
    );
  if (!field.emptied) return null;
  return (
    <ActionIcon
      size={18}
      className={styles.mark}
      aria-label={text('bulk.emptyField', { label: field.label })}
      title={text('bulk.emptyField', { label: field.label })}
      onClick={() => onEmpty(field.name, fieldOf(field).empty)}
    >
      <IconEraser size={13} />
    </ActionIcon>
  );
}
