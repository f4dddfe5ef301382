import { SegmentedControl, Textarea } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import comments from '../../detail/comments-panel.module.css';
import { text } from '../../texts/text.ts';
import type { FieldProperties } from './field-properties.ts';
import styles from './fields.module.css';

const Markdown = lazy(async () => ({ default: (await import('../../values/markdown.tsx')).Markdown }));

/** Markdown, written and looked at. */
export function MarkdownInput({ field, value, onChange, id, describedBy, invalid, disabled }: FieldProperties) {
  const [preview, setPreview] = useState(false);
  const written = String(value ?? '');
  return (
    <div>
      {preview ? (
        <div className={`${styles.preview} ${comments.comments}`} aria-live="polite">
          <Suspense fallback={<p>{written}</p>}>
            {written ? <Markdown source={written} /> : text('form.nothingToPreview')}
          </Suspense>
        </div>
      ) : (
        <Textarea
          id={id}
          name={field.name}
          size="xs"
          autosize
          minRows={4}
          maxRows={24}
          value={written}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={invalid}
          disabled={disabled}
          aria-describedby={describedBy}
        />
      )}
      <SegmentedControl
        className={styles.modes}
        size="xs"
        aria-label={text('form.markdown')}
        value={preview ? 'preview' : 'write'}
        onChange={(mode) => setPreview(mode === 'preview')}
        data={[
          { value: 'write', label: text('form.write') },
          { value: 'preview', label: text('form.preview') },
        ]}
      />
    </div>
  );
}
