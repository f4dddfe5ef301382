import type { ReactNode } from 'react';
import type { FormFieldMeta } from '../../../src/surfaces/meta/form-contract.ts';
import { text } from '../../texts/text.ts';
import styles from './field-frame.module.css';
import type { FieldProperties } from './field-properties.ts';
import { formField } from './form-fields.ts';

interface Properties extends Omit<FieldProperties, 'describedBy' | 'invalid' | 'disabled'> {
  readonly disabled?: boolean | undefined;
  readonly error?: string | undefined;
  /** Beside the label: what bulk editing offers, say. */
  readonly aside?: ReactNode;
  /** What is around says it already: only for those who hear the page. */
  readonly hiddenLabel?: boolean;
}

/** A field with its label, what helps to fill it and what is wrong with it. */
export function FieldFrame({ error, aside, hiddenLabel, ...rest }: Properties) {
  const { field, id } = rest;
  const { Input, labelled } = formField(field);
  const help = helpOf(field);
  const about = `${id}-about`;
  return (
    <div className={styles.field} data-field={field.name} data-invalid={error ? true : undefined}>
      {labelled ? (
        <div className={styles.label}>{aside ?? ' '}</div>
      ) : (
        <div className={hiddenLabel ? 'visually-hidden' : styles.label}>
          <span>
            <label htmlFor={id}>{field.label}</label>
            {field.required && (
              <span className={styles.required} title={text('form.required')} aria-hidden="true">
                {' '}
                *
              </span>
            )}
          </span>
          {aside}
        </div>
      )}
      <Input
        {...rest}
        disabled={rest.disabled ?? false}
        describedBy={error || help ? about : undefined}
        invalid={error !== undefined}
      />
      {(error || help) && (
        <div id={about} className={error ? styles.error : styles.help}>
          {error ?? help}
        </div>
      )}
    </div>
  );
}

const helps = { choicePairs: 'form.helpPairs', numbers: 'form.helpNumbers', ranges: 'form.helpNumbers' } as const;

function helpOf({ help, widget }: FormFieldMeta): string | undefined {
  const usual = helps[widget as keyof typeof helps];
  return help ?? (usual ? text(usual) : undefined);
}
