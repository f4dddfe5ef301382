import { TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ChangeAsked, ChangePreview } from '../../src/surfaces/bulk/contract.ts';
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
import { ChangePreviewTable } from './change-preview-table.tsx';
import { type EditField, editFields } from './edit-fields.ts';
import { EditMarks } from './edit-marks.tsx';
import { InBackground } from './in-background.tsx';
import { useChosen } from './use-chosen.ts';
import { useFollowJob } from './use-follow-job.ts';

/**
 * Gives the chosen objects the same values in the fields that are touched, all in one request. What it would do is
 * tried by the server and shown before, unless it is left to a job.
 */
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
  const entries = () => {
    const { json } = bodyOf({ fields }, held, ({ name }) => changed.has(name));
    return objects.map(({ id }) => ({ ...json, id, ...(message ? { changelog_message: message } : {}) }));
  };
  const labels = new Map(fields.filter(({ name }) => changed.has(name)).map(previewed));
  const check = useMutation({
    mutationFn: () =>
      request<ChangePreview>(`/patchbay/change/${model.api}/`, {
        method: 'POST',
        body: { objects: entries(), fields: [...labels.keys()] } satisfies ChangeAsked,
      }),
  });
  const save = useMutation({
    mutationFn: () =>
      request<unknown>(`/api/${model.api}/${background ? '?background=true' : ''}`, {
        method: 'PATCH',
        body: entries(),
      }),
    onSuccess: (answer) => void (follow(answer) || onDone(true)),
  });
  const preview = check.data;
  const back = () => {
    check.reset();
    save.reset();
  };
  function set(name: string, value: unknown) {
    back();
    const stale = staleFields(fields, held, name, value);
    setHeld({ ...held, ...stale, [name]: value });
    const narrows = fields.some((field) => field.name === name && field.narrows);
    setChanged((before) => new Set([...before, ...(narrows ? [] : [name])].filter((one) => !(one in stale))));
  }
  function leave({ name }: EditField) {
    back();
    setHeld(({ [name]: _, ...rest }) => rest);
    setChanged((before) => new Set([...before].filter((one) => one !== name)));
  }
  const around = { model: model.id, values: held };
  const label = count === 1 ? model.label : model.plural;
  const failure = chosen.error ?? form.error ?? check.error ?? save.error;
  const words = find.toLowerCase();
  return (
    <BulkDialog
      title={text('bulk.editTitle', { count, label })}
      submit={
        preview || background ? text('bulk.editSubmit', { fields: changed.size, count, label }) : text('bulk.editCheck')
      }
      onBack={preview && back}
      disabled={changed.size === 0 || Object.keys(problems).length > 0 || !chosen.data}
      busy={check.isPending || save.isPending}
      size={960}
      onClose={onClose}
      onSubmit={() => (preview || background ? save : check).mutate()}
    >
      {failure && <BulkProblems error={failure} objects={objects} />}
      {preview ? (
        <ChangePreviewTable model={model} preview={preview} labels={labels} />
      ) : groups ? (
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
                        aside={
                          <EditMarks field={field} changed={changed.has(field.name)} onEmpty={set} onLeave={leave} />
                        }
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

/** What is told of a field before it is changed: its name among what the API serves, and its label. */
function previewed({ name, label, custom, widget }: EditField): [name: string, label: string] {
  if (custom !== undefined) return [`cf_${custom}`, label];
  return widget === 'tags' ? ['tags', text('bulk.tags')] : [name, label];
}
