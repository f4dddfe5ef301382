import type { Behaviour } from '#query/filters/behaviour.ts';
import { and, not, or } from '#query/tree.ts';
import { isThere, onPath, yesOrNo } from './on-path.ts';

/** The object has something at the end of one of the paths. */
const has =
  (...paths: readonly string[]): Behaviour =>
  (input) =>
    yesOrNo(input, or(...paths.map((path) => isThere(input, path))));

/** The text at the end of the path is not empty. */
const filled =
  (path: string): Behaviour =>
  (input) =>
    yesOrNo(input, not(onPath(input, path, [''])));

/** Filters that ask whether the object has something. */
export const presence = {
  hasPrimaryIp: has('primary_ip4', 'primary_ip6'),
  hasOobIp: has('oob_ip'),
  virtualChassisMember: has('virtual_chassis'),
  localContextData: has('local_context_data'),
  hasVirtualDeviceContext: has('vdcs'),
  hasFrontImage: filled('front_image'),
  hasRearImage: filled('rear_image'),
  filterAssigned: has('assigned_object_type', 'assigned_object_id'),
  assigned: has('assigned_object_type', 'assigned_object_id'),
  filterOccupied: (input) =>
    yesOrNo(
      input,
      or(
        isThere(input, 'cable'),
        ...(input.model.fields.has('wireless_link') ? [isThere(input, 'wireless_link')] : []),
        onPath(input, 'mark_connected', ['true']),
      ),
    ),
  filterConnected: (input) =>
    yesOrNo(input, and(onPath(input, '_path.is_complete', ['true']), onPath(input, '_path.is_active', ['true']))),
} satisfies Record<string, Behaviour>;
