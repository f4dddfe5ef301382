import { Button, TextInput } from '@mantine/core';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { AppLink } from '../shell/app-link.tsx';
import { text } from '../texts/text.ts';
import styles from './object-form.module.css';
import type { ObjectFormState } from './use-object-form.ts';

interface Properties {
  readonly model: ModelMeta;
  readonly isNew: boolean;
  readonly state: ObjectFormState;
  readonly onCancel: () => void;
  readonly single: boolean;
}

/** Save, save and go on, leave; why it was changed. */
export function FormFooter({ model, isNew, state, onCancel, single }: Properties) {
  const { many, made, isBusy } = state;
  const label = !isNew ? 'form.save' : 'form.create';
  return (
    <div className={styles.footer}>
      {made.length > 0 && (
        <output className={styles.made}>
          {made.length === 1 && made[0] ? (
            <AppLink to={`/${model.path}/${made[0].id}/`}>
              {text('form.created', { name: String(made[0].display ?? made[0].id) })}
            </AppLink>
          ) : (
            text('form.createdMany', { count: made.length, plural: model.plural })
          )}
        </output>
      )}
      <Button type="submit" loading={isBusy} aria-keyshortcuts="Control+Enter">
        {many ? text('form.createMany', { count: many.names.length }) : text(label)}
        <span className={styles.kbd} aria-hidden="true">
          {text('form.shortcut')}
        </span>
      </Button>
      {isNew && !single && (
        <Button variant="default" disabled={isBusy} onClick={() => void state.save({ again: true })}>
          {text('form.createAgain')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {text('form.cancel')}
      </Button>
      {model.features.includes('changeLogging') && (
        <TextInput
          className={styles.message}
          aria-label={text('form.message')}
          placeholder={text('form.message')}
          maxLength={200}
          value={state.message}
          onChange={(event) => state.setMessage(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
