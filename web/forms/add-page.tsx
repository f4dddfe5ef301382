import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useModel } from '../meta/use-model.ts';
import { text } from '../texts/text.ts';
import { FormPage } from './form-page.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { ObjectForm } from './object-form.tsx';
import { returnPath } from './return-path.ts';
import { SecretOnce } from './special/secret-once.tsx';
import { secretOf } from './special/secrets.ts';
import { useForm } from './use-form.ts';
import { type Saved, useObjectForm } from './use-object-form.ts';

/** `/dcim/devices/add/?site=1&tags=2`: a new object; any field may be filled by the address. */
export function AddPage({ path }: { readonly path: string }) {
  const model = useModel(path);
  const form = useForm(path);
  const navigate = useNavigate();
  const [start] = useSearchParams();
  const [first] = useState(start);
  const leaving = useRef(false);
  const [shown, setSecret] = useState<{ secret: string; next: () => void }>();
  const onSaved = ({ objects, again }: Saved) => {
    const [made] = objects;
    const secret = made && secretOf(model.id, made);
    if (secret) setSecret({ secret, next: () => leave(objects) });
    else if (!again) leave(objects);
  };
  const leave = (objects: Saved['objects']) => {
    leaving.current = true;
    const [made] = objects;
    const there = objects.length === 1 && made ? `/${model.path}/${made.id}/` : `/${model.path}/`;
    navigate(returnPath(first) ?? there, { replace: true });
  };
  const state = useObjectForm({ model, form, start: first, onSaved });
  return (
    <FormPage model={model} title={text('form.addOne', { label: model.label })} about={model.help}>
      {shown && <SecretOnce secret={shown.secret} onDone={shown.next} />}
      <LeaveGuard active={state.isDirty} leaving={leaving} />
      <ObjectForm
        model={model}
        form={form}
        state={state}
        start={first}
        onCancel={() => navigate(returnPath(first) ?? `/${model.path}/`)}
      />
    </FormPage>
  );
}
