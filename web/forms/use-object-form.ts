import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { ApiError } from '../api/api-error.ts';
import type { RestObject } from '../api/rest.ts';
import { useModels } from '../meta/use-models.ts';
import { text } from '../texts/text.ts';
import { checkForm } from './check-form.ts';
import type { Edited } from './edited-query.ts';
import { useGetObject } from './extras/use-get-object.ts';
import { forgetData } from './forget-data.ts';
import type { FullForm } from './full-form.ts';

import { type Held, heldAtFirst, heldOf, isUnset, same } from './held-values.ts';
import { type Many, manyAtOnce } from './many-at-once.ts';
import { type Problems, readProblems } from './read-problems.ts';
import { PictureRefused, saveMany, saveObject } from './save-object.ts';
import { saveTogether } from './save-together.ts';
import { isShown } from './shown-fields.ts';
import { staleFields } from './stale-fields.ts';
import { useFilled, withFilled } from './use-filled.ts';
import { bodyOfChange, bodyOfNew } from './write-body.ts';

export interface FormParts {
  readonly model: ModelMeta;
  readonly form: FullForm;
  /** What is changed; absent while an object is made. */
  readonly edited?: Edited | undefined;
  readonly start: URLSearchParams;
  readonly onSaved: (saved: Saved) => void;
}

export interface Saved {
  readonly objects: readonly RestObject[];
  /** Another one is to follow. */
  readonly again: boolean;
}

export interface ObjectFormState {
  readonly held: Held;
  readonly problems: Problems;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** Somebody else changed the object meanwhile. */
  readonly conflict: boolean;
  readonly message: string;
  readonly many: Many | undefined;
  /** What was made before, where another one follows. */
  readonly made: readonly RestObject[];
  set(name: string, value: unknown): void;
  setMessage(message: string): void;
  save(options?: { readonly again?: boolean; readonly overwrite?: boolean }): Promise<void>;
  /** Takes what the other one made of the object, and keeps what was changed here. */
  rebase(latest: Edited): void;
  dismissConflict(): void;
}

const none: Problems = { fields: {}, whole: [] };

/** The state of a form: what it holds, what is wrong with it, and how it is saved. */
export function useObjectForm({ model, form, edited, start, onSaved }: FormParts): ObjectFormState {
  const client = useQueryClient();
  const isNew = edited === undefined;
  const [base, setBase] = useState<{ before: Held; etag: string | undefined }>(() => ({
    before: edited ? heldOf(form, edited.object) : heldAtFirst(form, start),
    etag: edited?.etag,
  }));
  const [given, setHeld] = useState<Held>(base.before);
  const filled = useFilled(form, base.before, edited?.object);
  const held = useMemo(() => withFilled(form.fields, given, filled), [form, given, filled]);
  const untouched = useRef(filled);
  untouched.current = filled;
  const get = useGetObject();
  const { byId } = useModels();
  const follow = useRef<(name: string, value: unknown) => Promise<void>>(async () => {});
  follow.current = async (name, value) => {
    const next = await form.extra?.follow?.({ name, value, held, get });
    if (next) setHeld((previous) => ({ ...previous, ...next }));
  };
  const [problems, setProblems] = useState<Problems>(none);
  const [isBusy, setBusy] = useState(false);
  const [conflict, setConflict] = useState(false);
  const [message, setMessage] = useState('');
  const [made, setMade] = useState<readonly RestObject[]>([]);
  const many = useMemo(() => (isNew ? manyAtOnce(form, held) : undefined), [isNew, form, held]);
  const isDirty = form.fields.some(({ name, narrows, extra }) =>
    narrows
      ? false
      : extra && base.before[name] === undefined
        ? given[name] !== undefined && !same(given[name], filled[name] ?? null)
        : !same(held[name], base.before[name]),
  );

  const set = useCallback(
    (name: string, value: unknown) => {
      setHeld((previous) => {
        const known = withFilled(form.fields, previous, untouched.current);
        return { ...previous, ...staleFields(form.fields, known, name, value), [name]: value };
      });
      void follow.current(name, value);
      setProblems((previous) => {
        if (!previous.fields[name]) return previous;
        const { [name]: _, ...fields } = previous.fields;
        return { ...previous, fields };
      });
    },
    [form],
  );

  async function save({ again = false, overwrite = false } = {}): Promise<void> {
    if (isBusy) return;
    const wrong = { ...(many ? forOneAlone(form, held) : {}), ...(many?.problems ?? checkForm(form, held, { isNew })) };
    if (Object.keys(wrong).length > 0) return setProblems({ fields: wrong, whole: [] });
    setBusy(true);
    setProblems(none);
    setConflict(false);
    try {
      let objects: readonly RestObject[];
      if (many) objects = await saveMany(model, { bodies: many.held.map((one) => bodyOfNew(form, one)), message });
      else {
        const body = isNew ? bodyOfNew(form, held) : bodyOfChange(form, held, base.before);
        const required = isNew ? form.fields.filter((field) => field.required).map(({ name }) => name) : [];
        const changed = edited && { id: edited.object.id, etag: overwrite ? undefined : base.etag };
        const self = edited ? edited.object.id : { $step: 0 };
        const steps = (await form.extra?.steps?.({ form, held, filled, self, isNew, get })) ?? [];
        const apiOf = (name: string) => byId.get(name)?.api ?? name;
        const saved =
          steps.length > 0
            ? await saveTogether({ model, body, message, changed, steps, apiOf })
            : await saveObject({ model, body, message, changed, required });
        objects = [saved ?? edited!.object];
      }
      await forgetData(client);
      if (again) {
        const kept = keptForNext({ form, held, start });
        setBase({ before: kept, etag: undefined });
        setHeld(kept);
        setMessage('');
        setMade(objects);
      }
      onSaved({ objects, again });
    } catch (error) {
      if (error instanceof PictureRefused) {
        await forgetData(client);
        setMade([error.made]);
        setProblems({ fields: {}, whole: [text('form.partly', { message: error.message })] });
      } else if (error instanceof ApiError && error.status === 412) setConflict(true);
      else if (error instanceof ApiError) setProblems(readProblems(form, error, many?.names));
      else throw error;
    } finally {
      setBusy(false);
    }
  }

  function rebase(latest: Edited): void {
    const theirs = heldOf(form, latest.object);
    const mine = form.fields.filter(({ name }) => !same(given[name], base.before[name])).map(({ name }) => name);
    setBase({ before: theirs, etag: latest.etag });
    setHeld({ ...theirs, ...Object.fromEntries(mine.map((name) => [name, given[name]])) });
    setConflict(false);
  }

  return {
    held,
    problems,
    isDirty,
    isBusy,
    conflict,
    message,
    many,
    made,
    set,
    setMessage,
    save,
    rebase,
    dismissConflict: () => setConflict(false),
  };
}

/** What the next object starts with: what the address said, and what a clone would have. */
function keptForNext({ form, held, start }: { form: FullForm; held: Held; start: URLSearchParams }): Held {
  const first = heldAtFirst(form, start);
  const kept = form.fields.filter(({ clone }) => clone).map(({ name }) => [name, held[name]] as const);
  return { ...first, ...Object.fromEntries(kept) };
}

/** What is written along with one object can't be with many. */
function forOneAlone(form: FullForm, held: Held): Record<string, string> {
  const given = form.fields.filter(
    (field) =>
      field.extra &&
      field.default === undefined &&
      isShown(form, field, { held, isNew: true }) &&
      !isUnset(field, held[field.name]),
  );
  return Object.fromEntries(given.map(({ name }) => [name, text('form.notForMany')]));
}
