import { NativeSelect } from '@mantine/core';
import { useMutation, useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { FormFieldMeta } from '../../src/surfaces/meta/form-contract.ts';
import { request } from '../api/request.ts';
import { checkForm } from '../forms/check-form.ts';
import { FieldFrame } from '../forms/fields/field-frame.tsx';
import { formQuery } from '../forms/form-query.ts';
import { type FullForm, fullForm } from '../forms/full-form.ts';
import { fieldOf, type Held, heldAtFirst, isUnset } from '../forms/held-values.ts';
import { manyAtOnce } from '../forms/many-at-once.ts';
import { PatternPreview } from '../forms/pattern-preview.tsx';
import { isShown } from '../forms/shown-fields.ts';
import { staleFields } from '../forms/stale-fields.ts';
import { bodyOf } from '../forms/write-body.ts';
import { useModels } from '../meta/use-models.ts';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import styles from './bulk.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkDialogProperties } from './bulk-dialog-properties.ts';
import { BulkProblems } from './bulk-problems.tsx';
import { ChangeMessage } from './change-message.tsx';
import { type ComponentList, componentLists } from './component-lists.ts';
import { useChosen } from './use-chosen.ts';

interface Offer extends ComponentList {
  readonly form: FullForm;
  readonly api: string;
  readonly label: string;
  readonly plural: string;
}

/** Makes parts by a pattern of names for every chosen object: `eth[0-47]` for ten devices are 480 interfaces. */
export function BulkComponents(properties: BulkDialogProperties) {
  const { model } = properties;
  const { byId } = useModels();
  const lists = useMemo(() => componentLists(model), [model]);
  const forms = useQueries({ queries: lists.map(({ related }) => formQuery(byId.get(related.model)?.path ?? '')) });
  const offers = lists.flatMap((list, at): Offer[] => {
    const form = forms[at]?.data;
    const target = byId.get(list.related.model);
    if (!form?.pattern || !target || !form.fields.some(({ name }) => name === list.owner)) return [];
    return [{ ...list, form: fullForm(form, []), api: target.api, label: target.label, plural: target.plural }];
  });
  if (forms.some(({ isPending }) => isPending)) return <Loading />;
  return <Components {...properties} offers={offers} />;
}

function Components({
  model,
  selection,
  scope,
  count,
  onClose,
  onDone,
  offers,
}: BulkDialogProperties & { readonly offers: readonly Offer[] }) {
  const [at, setAt] = useState(0);
  const offer = offers[at]!;
  const { form, owner, api, plural } = offer;
  const [held, setHeld] = useState<Held>(() => heldAtFirst(form, new URLSearchParams()));
  const [message, setMessage] = useState('');
  const chosen = useChosen({ model, selection, scope }, []);
  const objects = chosen.data ?? [];
  // What belongs to one owner alone can't be named for several.
  const own = ordered(form).filter(
    ({ name, widget, within, pick }) =>
      name !== owner &&
      widget !== 'generic' &&
      widget !== 'portPositions' &&
      !within &&
      !pick?.some((one) => one.field === owner),
  );
  const fields = own.filter(
    ({ name, narrows }) => !narrows || own.some(({ pick }) => pick?.some((one) => one.field === name)),
  );
  const shown = fields.filter((field) => isShown(form, field, { held, isNew: true }));
  const offered = { ...form, fields };
  const many = manyAtOnce(offered, held);
  const parts = many?.held ?? [held];
  const named = !isUnset(form.fields.find(({ name }) => name === form.pattern)!, held[form.pattern!]);
  const problems: Readonly<Record<string, string>> =
    many?.problems ?? (named ? checkForm(offered, held, { isNew: true }) : {});
  const total = parts.length * objects.length;
  const save = useMutation({
    mutationFn: () =>
      request(`/api/${api}/`, {
        method: 'POST',
        body: objects.flatMap(({ id }) =>
          parts.map((part) => ({
            ...bodyOf(offered, part, (field) => field.widget === 'boolean' || !isUnset(field, part[field.name])).json,
            [owner]: id,
            ...(message ? { changelog_message: message } : {}),
          })),
        ),
      }),
    onSuccess: () => onDone(true),
  });
  const failure = chosen.error ?? save.error;
  // Errors are told by position: each object's parts follow one another.
  const rows = objects.flatMap((object) =>
    parts.map((part) => ({
      id: object.id,
      display: `${String(object.display)} › ${String(part[form.pattern!] ?? '')}`,
    })),
  );
  return (
    <BulkDialog
      title={text('bulk.componentsTitle', {
        count,
        label: count === 1 ? model.label : model.plural,
      })}
      submit={text('bulk.componentsSubmit', { count: total, label: total === 1 ? offer.label : plural })}
      disabled={!named || Object.keys(problems).length > 0 || total === 0}
      busy={save.isPending}
      size={820}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      {failure && <BulkProblems error={failure} objects={rows} />}
      <NativeSelect
        label={text('bulk.componentsOf')}
        value={String(at)}
        data={offers.map(({ related }, index) => ({ value: String(index), label: related.label }))}
        onChange={(event) => {
          const next = Number(event.currentTarget.value);
          setAt(next);
          setHeld(heldAtFirst(offers[next]!.form, new URLSearchParams()));
        }}
      />
      <div className={styles.fields}>
        {shown.map((field) => (
          <div key={`${at} ${field.name}`} className={fieldOf(field).size === 'full' ? styles.wide : undefined}>
            <FieldFrame
              id={`part-${field.name}`}
              field={
                (field.name === form.pattern
                  ? { ...field, help: text('form.helpPattern', { example: 'eth[0-47], xe-[0,1]/[0-9]' }) }
                  : field) as unknown as FormFieldMeta
              }
              value={held[field.name]}
              onChange={(value) =>
                setHeld((before) => ({
                  ...before,
                  ...staleFields(fields, before, field.name, value),
                  [field.name]: value,
                }))
              }
              error={named ? problems[field.name] : undefined}
              form={{ model: form.model, values: held }}
            />
          </div>
        ))}
      </div>
      {many && <PatternPreview many={many} />}
      <ChangeMessage value={message} onChange={setMessage} />
    </BulkDialog>
  );
}

/** What must be given first, the name before all. */
function ordered({ fields, pattern }: FullForm) {
  const rank = ({ name, required }: FullForm['fields'][number]) => (name === pattern ? 0 : required ? 1 : 2);
  return fields.toSorted((a, b) => rank(a) - rank(b));
}
