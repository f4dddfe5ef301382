import { Modal } from '@mantine/core';
import { type KeyboardEvent, Suspense, useCallback, useState } from 'react';
import type { ModelSummary } from '../../src/surfaces/meta/contract.ts';
import { useModel } from '../meta/use-model.ts';
import { useModels } from '../meta/use-models.ts';
import { Loading } from '../shell/loading.tsx';
import { text } from '../texts/text.ts';
import { closesOwn } from './closes-own.ts';
import { CreateObject, type CreateRequest } from './fields/create-object.ts';
import { ObjectForm } from './object-form.tsx';
import { useForm } from './use-form.ts';
import { type Saved, useObjectForm } from './use-object-form.ts';

interface Properties {
  readonly request: CreateRequest;
  readonly onDone: () => void;
}

/** Another model's form above this one: what is made there is chosen here. */
export function CreateInPlace({ request, onDone }: Properties) {
  const model = useModels().byId.get(request.model);
  const [deeper, setDeeper] = useState<CreateRequest>();
  const close = useCallback(() => setDeeper(undefined), []);
  if (!model) return null;
  return (
    <CreateObject value={setDeeper}>
      <Modal
        opened
        onClose={onDone}
        title={text('form.addOne', { label: model.label })}
        size={860}
        closeOnClickOutside={false}
        closeOnEscape={false}
        // A portal's events go on to the form below in React's tree: its keys are not for here.
        onKeyDown={(event: KeyboardEvent) => {
          const isOwn = closesOwn(event.target, event.currentTarget as Element);
          if (event.key === 'Escape' && !event.defaultPrevented && !isOwn) onDone();
          event.stopPropagation();
        }}
      >
        <Suspense fallback={<Loading />}>
          <FormInside model={model} request={request} onDone={onDone} />
        </Suspense>
      </Modal>
      {deeper && <CreateInPlace request={deeper} onDone={close} />}
    </CreateObject>
  );
}

function FormInside({ model, request, onDone }: Properties & { readonly model: ModelSummary }) {
  const full = useModel(model.path);
  const form = useForm(model.path);
  const onSaved = ({ objects: [made] }: Saved) => {
    if (made) request.onCreated(made);
    onDone();
  };
  const state = useObjectForm({ model: full, form, start: request.start, onSaved });
  return <ObjectForm model={full} form={form} state={state} start={request.start} onCancel={onDone} single />;
}
