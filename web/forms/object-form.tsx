import { useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { Panel } from '../detail/panel.tsx';
import { capitalize } from '../texts/capitalize.ts';
import { closesOwn } from './closes-own.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { FormFooter } from './form-footer.tsx';
import { FormGroup } from './form-group.tsx';
import { FormProblems } from './form-problems.tsx';
import styles from './object-form.module.css';
import { PatternPreview } from './pattern-preview.tsx';
import type { FormParts, ObjectFormState } from './use-object-form.ts';

interface Properties extends Omit<FormParts, 'onSaved'> {
  readonly state: ObjectFormState;
  readonly onCancel: () => void;
  /** Ends with one object: there is no next one. */
  readonly single?: boolean;
  readonly formRef?: Ref<HTMLFormElement>;
}

/** A model's form: groups of fields, what is wrong, and how to save it. Ctrl+Enter saves, Escape leaves. */
export function ObjectForm({ model, form, edited, state, onCancel, single, formRef }: Properties) {
  const own = useRef<HTMLFormElement>(null);
  const merged = useMergedRef(own, formRef);
  const { problems, made } = state;
  const isNew = edited === undefined;
  useEffect(() => focusFirst(own.current, made !== undefined && isNew), [made, isNew]);
  useEffect(() => focusProblem(own.current, Object.keys(problems.fields)), [problems.fields]);

  function onKeyDown(event: KeyboardEvent | globalThis.KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      void state.save({ again: event.shiftKey && !edited && !single });
    } else if (event.key === 'Escape' && !event.defaultPrevented && !closesOwn(event.target, own.current)) {
      event.stopPropagation();
      onCancel();
    }
  }

  // Where nothing has the focus, the page's form is meant.
  const keys = useRef(onKeyDown);
  keys.current = onKeyDown;
  useEffect(() => {
    function onStray(event: globalThis.KeyboardEvent) {
      if (document.activeElement === document.body && !single) keys.current(event);
    }
    document.addEventListener('keydown', onStray);
    return () => document.removeEventListener('keydown', onStray);
  }, [single]);

  return (
    <form
      ref={merged}
      className={styles.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void state.save();
      }}
    >
      <FormProblems form={form} problems={problems} />
      {state.conflict && edited && <ConflictNotice model={model} form={form} edited={edited} state={state} />}
      <div className={styles.groups}>
        {form.groups.map((group, position) => (
          <FormGroup
            key={`${position} ${group.label}`}
            group={group}
            form={form}
            objectId={edited?.object.id}
            held={state.held}
            problems={problems.fields}
            onChange={state.set}
            frame={({ label, fields, small }) => (
              <div className={small ? styles.smallGroup : styles.group}>
                <Panel title={capitalize(label)}>{fields}</Panel>
                {state.many && group.fields.includes(form.pattern!) && <PatternPreview many={state.many} />}
              </div>
            )}
          />
        ))}
      </div>
      <FormFooter model={model} isNew={!edited} state={state} onCancel={onCancel} single={single ?? false} />
    </form>
  );
}

const inputs = 'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled)';

function focusFirst(form: HTMLFormElement | null, isNew: boolean): void {
  const all = [...(form?.querySelectorAll<HTMLInputElement>(`[data-field] :is(${inputs})`) ?? [])];
  // What the address said already is not asked first.
  const empty = isNew && all.find((input) => input.type !== 'checkbox' && input.value === '');
  (all.some(({ value }) => value !== '') && empty ? empty : all[0])?.focus({ preventScroll: true });
}

/** The first of the fields that are wrong, in the order of the page. */
function focusProblem(form: HTMLFormElement | null, names: readonly string[]): void {
  if (!form || names.length === 0) return;
  const field = [...form.querySelectorAll<HTMLElement>('[data-field]')].find(({ dataset }) =>
    names.includes(dataset.field ?? ''),
  );
  field?.querySelector<HTMLElement>(`${inputs}, button`)?.focus();
}
