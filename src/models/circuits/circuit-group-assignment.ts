import { choice } from '#fields/choice/choice.ts';
import { customFields } from '#fields/custom-fields/custom-fields.ts';
import { created, lastUpdated } from '#fields/date-time/date-time.ts';
import { contentType, generic } from '#fields/generic/generic.ts';
import { integer } from '#fields/integer/integer.ts';
import { foreignKey } from '#fields/relation/relation.ts';
import { tags } from '#fields/tags/tags.ts';
import { behaviour, related } from '#registry/filter.ts';
import { model } from '#registry/model.ts';
import { circuitPriority } from './choices.ts';

export const circuitGroupAssignment = model('circuits.circuitgroupassignment', {
  features: ['changeLogging', 'customFields', 'customValidation', 'eventRules', 'exportTemplates', 'tags'],
  rest: 'circuits/circuit-group-assignments',
  className: 'CircuitGroupAssignment',
  description: 'That a circuit is in a group, and how it ranks there.',
  label: 'Circuit group assignment',
  ordering: ['group', 'member_type', 'member_id', 'priority', 'pk'],
  display: ['{group} ({priority:label})', '{group}'],
  brief: 'group member_type member_id member priority',
  shapes: { member: 'group priority' },
  quickSearch: ['circuit.cid', 'virtual_circuit.cid', 'group.name'],
  filters: {
    member_type_id: related('member_type'),
    circuit: behaviour('filterCircuit', 'text'),
    circuit_id: behaviour('filterCircuit', 'number'),
    virtual_circuit: behaviour('filterVirtualCircuit', 'text'),
    virtual_circuit_id: behaviour('filterVirtualCircuit', 'number'),
    provider: behaviour('filterProvider', 'text'),
    provider_id: behaviour('filterProvider', 'number'),
  },
  list: {
    columns: 'pk id group provider member_type member priority created last_updated actions tags',
    default: 'pk group provider member_type member priority',
    far: {
      provider: 'circuit/provider|virtualcircuit/provider_network/provider',
    },
  },
  constraints: [
    { name: 'circuits_circuitgroupassignment_unique_member_group', fields: ['member_type', 'member_id', 'group'] },
  ],
  indexes: [
    { name: 'circuits_ci_group_i_2f8327_idx', fields: ['group', 'member_type', 'member_id', 'priority', 'id'] },
  ],
  database: {
    names: {
      circuits_circuitgroupassignment_member_id_check: 'circuits_circuitgroupassignment_member_id_0c42fe52_check',
    },
  },
  fields: {
    group: foreignKey('circuits.circuitgroup', { relatedName: 'assignments' }),
    member_type: contentType(),
    member_id: integer({ bits: 64, positive: true }),
    member: generic('member_type', 'member_id'),
    priority: choice(circuitPriority, {
      null: true,
      blank: true,
      rest: { allowNull: false },
      filter: { kind: 'choice' },
    }),
    tags: tags(),
    custom_fields: customFields(),
    created: created(),
    last_updated: lastUpdated(),
  },
  graphql: {
    fields: 'member:CircuitGroupAssignmentMemberType -changelog',
    unions: { CircuitGroupAssignmentMemberType: 'circuits.circuit circuits.virtualcircuit' },
  },
});
