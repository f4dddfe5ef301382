import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconEraser, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { FormFieldMeta } from '../../src/surfaces/meta/form-contract.ts';
import { request } from '../api/request.ts';
import { editableFieldsQuery } from '../forms/custom/editable-fields-query.ts';
import { FieldFrame } from '../forms/fields/field-frame.tsx';
import { formQuery } from '../forms/form-query.ts';
import { fullForm } from '../forms/full-form.ts';
import { fieldOf, type Held } from '../forms/held-values.ts';
import { staleFields } from '../forms/stale-fields.ts';
import { bodyOf } from '../forms/write-body.ts';
import { titleColumn } from '../list/table-parts.ts';
import { useModels } from '../meta/use-models.ts';
import { useSession } from '../session/use-session.ts';
import { Loading } from '../shell/loading.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { text } from '../texts/text.ts';
import styles from './bulk.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkDialogProperties } from './bulk-dialog-properties.ts';
import { BulkProblems } from './bulk-problems.tsx';
import { ChangeMessage } from './change-message.tsx';
import { type EditField, editFields } from './edit-fields.ts';
import { InBackground } from './in-background.tsx';
import { useChosen } from './use-chosen.ts';
import { useFollowJob } from './use-follow-job.ts';

/** Gives the chosen objects the same values in the fields that are touched, all in one request. */
export function BulkEdit({ model, selection, scope, count, onClose, onDone }: BulkDialogProperties) {
  const { user } = useSession();
  const form = useQuery(formQuery(model.path));
  const custom = useQuery(editableFieldsQuery(useModels().index.customFields, user));
  const chosen = useChosen({ model, selection, scope }, []);
  const objects = chosen.data ?? [];
  const [held, setHeld] = useState<Held>({});
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [find, setFind] = useState('');
  const [message, setMessage] = useState('');
  const [background, setBackground] = useState(false);
  const follow = useFollowJob();
  const usual = model.columns.filter((column) => column.shown);
  const identity = usual[titleColumn(usual)]?.path[0];
  const groups = useMemo(
    () => (form.data && custom.data ? editFields(fullForm(form.data, custom.data), identity) : undefined),
    [form.data, custom.data, identity],
  );
  const fields = groups?.flatMap((group) => group.fields) ?? [];
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const value = held[field.name];
    if (!changed.has(field.name) || value === fieldOf(field).empty) continue;
    const problem = fieldOf(field).check?.(value, field as never);
    if (problem) problems[field.name] = problem;
  }
  const save = useMutation({
    mutationFn: () => {
      const { json } = bodyOf({ fields }, held, ({ name }) => changed.has(name));
      return request<unknown>(`/api/${model.api}/${background ? '?background=true' : ''}`, {
        method: 'PATCH',
        body: objects.map(({ id }) => ({ ...json, id, ...(message ? { changelog_message: message } : {}) })),
      });
    },
    onSuccess: (answer) => void (follow(answer) || onDone(true)),
  });
  function set(name: string, value: unknown) {
    const stale = staleFields(fields, held, name, value);
    setHeld({ ...held, ...stale, [name]: value });
    const narrows = fields.some((field) => field.name === name && field.narrows);
    setChanged((before) => new Set([...before, ...(narrows ? [] : [name])].filter((one) => !(one in stale))));
  }
  function leave({ name }: EditField) {
    setHeld(({ [name]: _, ...rest }) => rest);
    setChanged((before) => new Set([...before].filter((one) => one !== name)));
  }
  const around = { model: model.id, values: held };
  const label = count === 1 ? model.label : model.plural;
  const failure = chosen.error ?? form.error ?? save.error;
  const words = find.toLowerCase();
  return (
    <BulkDialog
      title={text('bulk.editTitle', { count, label })}
      submit={text('bulk.editSubmit', { fields: changed.size, count, label })}
      disabled={changed.size === 0 || Object.keys(problems).length > 0 || !chosen.data}
      busy={save.isPending}
      size={960}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      {failure && <BulkProblems error={failure} objects={objects} />}
      {groups ? (
        <>
          <TextInput
            data-autofocus
            placeholder={text('bulk.findField')}
            aria-label={text('bulk.findField')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          {groups.map((group) => {
            const shown = group.fields.filter((field) => field.label.toLowerCase().includes(words));
            if (shown.length === 0) return null;
            return (
              <fieldset key={group.label} className={styles.group}>
                {group.label && <legend>{capitalize(group.label)}</legend>}
                <div className={styles.fields}>
                  {shown.map((field) => (
                    <div
                      key={field.name}
                      className={fieldOf(field).size === 'full' ? styles.wide : undefined}
                      data-changed={changed.has(field.name) || undefined}
                    >
                      <FieldFrame
                        id={`bulk-${field.name}`}
                        field={field as unknown as FormFieldMeta}
                        value={name(held, field)}
                        onChange={(value) => set(field.name, value)}
                        error={problems[field.name]}
                        form={around}
                        aside={<Marks field={field} changed={changed.has(field.name)} onEmpty={set} onLeave={leave} />}
                      />
                    </div>
                  ))}
                </div>
              </fieldset>
            );
          })}
        </>
      ) : (
        !failure && <Loading />
      )}
      <ChangeMessage value={message} onChange={setMessage} />
      <InBackground checked={background} onChange={setBackground} />
    </BulkDialog>
  );
}

/** What a field's input holds: what was given, else nothing. */
const name = (held: Held, field: EditField) => held[field.name] ?? fieldOf(field).empty;

interface MarksProperties {
  readonly field: EditField;
  readonly changed: boolean;
  readonly onEmpty: (name: string, value: unknown) => void;
  readonly onLeave: (field: EditField) => void;
}

/** Whether a field is changed; empties it, or leaves it as it is. */
function Marks({ field, changed, onEmpty, onLeave }: MarksProperties) {
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
