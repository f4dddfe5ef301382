import { wholeObject } from '#operations/write/field-errors.ts';
import type { ModelRules } from '#operations/write/rules.ts';
import { draftRows, storedKeys } from '../rules/draft-rows.ts';

const interfaceModels = ['dcim.interface', 'virtualization.vminterface'];

/** An object ends one tunnel. Of interfaces NetBox says so twice: of the object, and of the pair of columns. */
export const tunnelTerminationRules: ModelRules = {
  async prepare(drafts, context) {
    const types = interfaceModels.map((name) => context.contentTypes.id(name)!);
    const some = drafts.filter((draft) => types.includes(draft.get('termination_type') ?? ''));
    if (some.length === 0) return;
    const rows = await context.rows(
      `with n as (select row_number() over () - 1 as place, termination_type_id, termination_id
         from json_populate_recordset(null::vpn_tunneltermination, $1))
       select n.place from n join vpn_tunneltermination o on o.termination_type_id = n.termination_type_id
         and o.termination_id = n.termination_id and not o.id = any($2)`,
      [draftRows(some, ['termination_type', 'termination_id']), storedKeys(drafts)],
    );
    for (const [place] of rows) {
      const { errors } = some[Number(place)]!;
      errors.add('termination', 'The interface is already attached to a tunnel.');
      errors.add(wholeObject, 'An object may be terminated to only one tunnel at a time.');
    }
  },
};
