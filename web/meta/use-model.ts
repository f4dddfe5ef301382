import { useSuspenseQueries } from '@tanstack/react-query';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { customFieldsQuery } from '../custom-fields/custom-fields-query.ts';
import { withCustomFields } from '../custom-fields/with-custom-fields.ts';
import { useSession } from '../session/use-session.ts';
import { userConfigQuery } from '../session/user-config-query.ts';
import { modelQuery } from './model-query.ts';
import { useModels } from './use-models.ts';

/** One model in full, custom fields included; suspends until it is known. */
export function useModel(path: string): ModelMeta {
  const { user } = useSession();
  const { customFields } = useModels().index;
  // The preferences are fetched along with the rest: lists need them to know what to ask for.
  const [model, fields] = useSuspenseQueries({
    queries: [modelQuery(path), customFieldsQuery(customFields, user), userConfigQuery(user)],
  });
  return withCustomFields(model.data, fields.data);
}
