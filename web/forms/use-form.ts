import { useSuspenseQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useModels } from '../meta/use-models.ts';
import { useSession } from '../session/use-session.ts';
import { editableFieldsQuery } from './custom/editable-fields-query.ts';
import { extras } from './extras/extras.ts';
import { formQuery } from './form-query.ts';
import { type FullForm, fullForm } from './full-form.ts';

/** The form of a model, custom fields included; suspends until it is known. */
export function useForm(path: string): FullForm {
  const { user } = useSession();
  const { index, byId, byPath } = useModels();
  const { customFields } = index;
  const extra = extras[byPath.get(path)?.id ?? ''];
  const [form, fields] = useSuspenseQueries({ queries: [formQuery(path), editableFieldsQuery(customFields, user)] });
  const forms = useSuspenseQueries({
    queries: (extra?.uses ?? []).map((model) => formQuery(byId.get(model)?.path ?? '')),
    combine: (answers) => answers.map(({ data }) => data),
  });
  return useMemo(
    () => fullForm(form.data, fields.data, extra && { extra, forms }),
    [form.data, fields.data, extra, forms],
  );
}
