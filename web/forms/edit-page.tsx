import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { ApiError } from '../api/api-error.ts';
import { useModel } from '../meta/use-model.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { text } from '../texts/text.ts';
import { type Edited, editedQuery } from './edited-query.ts';
import { FormPage } from './form-page.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { ObjectForm } from './object-form.tsx';
import { returnPath } from './return-path.ts';
import { useForm } from './use-form.ts';
import { useObjectForm } from './use-object-form.ts';

/** `/dcim/devices/1/edit/` */
export function EditPage({ path, id }: { readonly path: string; readonly id: string }) {
  const model = useModel(path);
  const { data, error, refetch } = useQuery(editedQuery(model, id));
  if (error instanceof ApiError && error.status === 404) return <NotFound label={model.label} />;
  if (error) return <Failure title={text('detail.failed')} error={error} onRetry={() => void refetch()} />;
  return data ? <Editing model={model} edited={data} /> : <Loading />;
}

function Editing({ model, edited }: { readonly model: ModelMeta; readonly edited: Edited }) {
  const form = useForm(model.path);
  const navigate = useNavigate();
  const [start] = useSearchParams();
  const [first] = useState(edited);
  const leaving = useRef(false);
  const there = returnPath(start) ?? `/${model.path}/${first.object.id}/`;
  const onSaved = () => {
    leaving.current = true;
    navigate(there, { replace: true });
  };
  const state = useObjectForm({ model, form, edited: first, start, onSaved });
  const title = text('form.editOne', { label: String(first.object.display ?? first.object.id) });
  return (
    <FormPage model={model} title={title}>
      <LeaveGuard active={state.isDirty} leaving={leaving} />
      <ObjectForm
        model={model}
        form={form}
        edited={first}
        state={state}
        start={start}
        onCancel={() => navigate(there)}
      />
    </FormPage>
  );
}
