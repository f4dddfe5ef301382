import { Button, FileButton } from '@mantine/core';
import { IconPhoto, IconX } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import styles from './fields.module.css';

/** A picture: the address of the stored one, a file that was chosen, or nothing. */
export function ImageInput({ field, value, onChange, id, describedBy, disabled }: FieldProperties) {
  const file = value instanceof File ? value : undefined;
  const preview = useMemo(() => (file ? URL.createObjectURL(file) : undefined), [file]);
  useEffect(() => () => URL.revokeObjectURL(preview ?? ''), [preview]);
  const source = preview ?? (typeof value === 'string' && value ? value : undefined);
  return (
    <div className={styles.image}>
      {source && <img src={source} alt={text('form.imagePreview', { label: field.label })} />}
      <FileButton onChange={(chosen) => chosen && onChange(chosen)} accept="image/*">
        {(properties) => (
          <Button
            {...properties}
            id={id}
            variant="default"
            leftSection={<IconPhoto size={14} />}
            disabled={disabled}
            aria-describedby={describedBy}
          >
            {file ? file.name : text(source ? 'form.replaceFile' : 'form.chooseFile')}
          </Button>
        )}
      </FileButton>
      {source && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} />}
          disabled={disabled}
          onClick={() => onChange('')}
        >
          {text('form.removeFile')}
        </Button>
      )}
    </div>
  );
}
