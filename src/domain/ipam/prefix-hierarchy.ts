import type { WriteContext } from '#operations/write/write-context.ts';

/** Where a prefix is, or was: in a VRF, or in the global table. */
export interface PlacedPrefix {
  readonly vrf: string | null;
  readonly prefix: string;
}

/**
 * Counts anew around prefixes that came or went: the children of all that contain one of them, and the depth of all
 * that one of them contains. Equal prefixes are one level together.
 */
export async function followHierarchy(context: WriteContext, places: readonly PlacedPrefix[]): Promise<void> {
  if (places.length === 0) return;
  const parameters = [
    `{${places.map(({ vrf }) => vrf ?? 'NULL').join(',')}}`,
    `{${places.map(({ prefix }) => prefix).join(',')}}`,
  ];
  for (const [around, column, count] of [
    ['p.prefix >>= v.prefix', '_children', 'select count(*) from ipam_prefix o where o.prefix << p.prefix'],
    [
      'p.prefix <<= v.prefix',
      '_depth',
      'select count(distinct o.prefix) from ipam_prefix o where o.prefix >> p.prefix',
    ],
  ] as const)
    await context.rows(
      `with v as (select distinct * from unnest($1::bigint[], $2::cidr[]) v(vrf, prefix)),
       counted as (
         select p.id, (${count} and o.vrf_id is not distinct from p.vrf_id) as n from ipam_prefix p
         where exists (select from v where ${around} and p.vrf_id is not distinct from v.vrf))
       update ipam_prefix p set ${column} = counted.n from counted where p.id = counted.id and p.${column} <> counted.n`,
      parameters,
    );
}
