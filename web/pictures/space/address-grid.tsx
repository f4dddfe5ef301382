import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestList, RestObject, RestReference } from '../../api/rest.ts';
import { Panel } from '../../detail/panel.tsx';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { text } from '../../texts/text.ts';
import { type Network, parseNetwork } from './blocks.ts';
import styles from './space-panel.module.css';

interface Properties {
  readonly prefix: string;
  readonly network: Network;
  readonly vrf: number | null;
  readonly objectId: number;
}

interface Address extends RestObject {
  readonly address: string;
  readonly dns_name: string;
  readonly assigned_object: (RestReference & { readonly device?: RestReference }) | null;
}

/** Every address of a small IPv4 prefix as a cell: taken, in a range, free. A free one leads to its form. */
export function AddressGrid({ prefix, network, vrf, objectId }: Properties) {
  const { user } = useSession();
  const mayAdd = may(user, 'ipam.add_ipaddress');
  const { data } = useQuery({
    queryKey: ['object', 'ipam.prefix', String(objectId), 'addresses'],
    queryFn: async ({ signal }) => {
      const ask = (path: string, fields: string) =>
        request<RestList>(
          `/api/ipam/${path}/?parent=${encodeURIComponent(prefix)}&vrf_id=${vrf ?? 'null'}&limit=0&fields=${fields}`,
          { signal },
        );
      const [addresses, ranges] = await Promise.all([
        ask('ip-addresses', 'id,address,dns_name,assigned_object'),
        ask('ip-ranges', 'id,display,start_address,end_address'),
      ]);
      return { addresses: addresses.results as readonly Address[], ranges: ranges.results };
    },
  });
  if (!data) return null;
  const size = 2 ** (32 - network.length);
  const at = (address: unknown) => Number(parseNetwork(String(address)).start - network.start);
  const used = new Map(data.addresses.map((one) => [at(one.address), one]));
  const ranges = data.ranges.map((one) => ({ from: at(one.start_address), to: at(one.end_address), id: one.id }));
  const hasEdges = network.length < 31;
  return (
    <Panel title={text('space.title')}>
      <div className={styles.panel}>
        <p className={styles.note}>{text('space.used', { used: used.size, size: hasEdges ? size - 2 : size })}</p>
        <ul className={styles.grid} aria-label={text('space.of', { prefix })}>
          {Array.from({ length: size }, (_, index) => {
            const address = addressText(network.start + BigInt(index));
            const taken = used.get(index);
            const range = ranges.find(({ from, to }) => index >= from && index <= to);
            const isEdge = hasEdges && (index === 0 || index === size - 1);
            const kind = taken ? 'used' : range ? 'range' : isEdge ? 'edge' : 'free';
            const to = taken
              ? `/ipam/ip-addresses/${taken.id}/`
              : range
                ? `/ipam/ip-ranges/${range.id}/`
                : `/ipam/ip-addresses/add/?address=${address}/${network.length}${vrf === null ? '' : `&vrf=${vrf}`}`;
            const owner = taken?.assigned_object;
            const title = taken
              ? [taken.address, taken.dns_name, owner && `${owner.device?.display ?? ''} ${owner.display}`]
                  .filter(Boolean)
                  .join('\n')
              : address;
            return (
              <li key={address} className={styles.cell} data-kind={kind}>
                {taken || range || (mayAdd && !isEdge) ? (
                  <AppLink
                    to={to}
                    title={title}
                    aria-label={taken ? taken.address : range ? address : text('space.address', { address })}
                    tabIndex={taken ? undefined : -1}
                  />
                ) : (
                  <span title={title} />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}

/** An IPv4 address from its number. */
function addressText(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}
