import { useSuspenseQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useModels } from '../meta/use-models.ts';
import { useSession } from '../session/use-session.ts';
import { editableFieldsQuery } from './custom/editable-fields-query.ts';
import { formQuery } from './form-query.ts';
import { type FullForm, fullForm } from './full-form.ts';

/** The form of a model, custom fields included; suspends until it is known. */
export function useForm(path: string): FullForm {
  const { user } = useSession();
  const { customFields } = useModels().index;
  const [form, fields] = useSuspenseQueries({ queries: [formQuery(path), editableFieldsQuery(customFields, user)] });
  return useMemo(() => fullForm(form.data, fields.data), [form.data, fields.data]);
}
