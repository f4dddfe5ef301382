import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import type { RestChoice, RestList, RestReference } from '../../api/rest.ts';
import { Panel } from '../../detail/panel.tsx';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { AppLink } from '../../shell/app-link.tsx';
import { label } from '../../texts/label.ts';
import { text } from '../../texts/text.ts';
import type { PictureProperties } from '../picture-properties.ts';
import { AddressGrid } from './address-grid.tsx';
import { boxOf, parseNetwork, shortLabel } from './blocks.ts';
import styles from './space-panel.module.css';

interface Child {
  readonly id: number;
  readonly prefix: string;
  readonly status: RestChoice;
  readonly role: RestReference | null;
  readonly description: string;
}

/** More blocks than these are too small to be told apart. */
const most = 1000;
/** The shortest IPv4 prefix whose addresses are drawn one by one. */
const singly = 22;

/** How a prefix or an aggregate is divided: the prefixes right below it as areas to scale, or its addresses. */
export function SpacePanel({ model, object }: PictureProperties) {
  const prefix = String(object.prefix);
  const network = parseNetwork(prefix);
  const vrf = object.vrf as { id: number } | null | undefined;
  const isPrefix = model.fields.some((field) => field.name === 'vrf');
  const scope = isPrefix ? `&vrf_id=${vrf ? vrf.id : 'null'}` : '';
  const depth = isPrefix ? `&depth=${Number(object._depth) + 1}` : '&depth=0';
  const { user } = useSession();
  const { data } = useQuery({
    queryKey: ['object', model.id, String(object.id), 'space'],
    queryFn: ({ signal }) =>
      request<RestList>(
        `/api/ipam/prefixes/?within=${encodeURIComponent(prefix)}${scope}${depth}&limit=${most}&fields=id,prefix,status,role,description`,
        { signal },
      ),
  });
  if (!data) return null;
  const children = data.results as readonly unknown[] as readonly Child[];
  if (children.length === 0)
    return network.family === 4 && network.length >= singly ? (
      <AddressGrid prefix={prefix} network={network} vrf={vrf?.id ?? null} objectId={object.id} />
    ) : null;
  const newer = may(user, 'ipam.add_prefix');
  return (
    <Panel title={text('space.title')}>
      <div className={styles.panel}>
        <p className={styles.note}>
          <span>{text('space.children', { count: data.count })}</span>
          {isPrefix && newer && (
            <AppLink to={`/ipam/prefixes/add/?prefix=${encodeURIComponent(prefix)}${vrf ? `&vrf=${vrf.id}` : ''}`}>
              {text('space.add')}
            </AppLink>
          )}
        </p>
        <ul className={styles.space} aria-label={text('space.of', { prefix })}>
          {children.map((child) => {
            const box = boxOf(parseNetwork(child.prefix), network);
            const title = [child.prefix, label(child.status.label), child.role?.display, child.description];
            return (
              <li
                key={child.id}
                className={styles.block}
                data-status={child.status.value}
                style={{
                  left: `${box.x * 100}%`,
                  top: `${box.y * 100}%`,
                  width: `${box.width * 100}%`,
                  height: `${box.height * 100}%`,
                }}
              >
                <AppLink to={`/ipam/prefixes/${child.id}/`} title={title.filter(Boolean).join('\n')}>
                  <span className="visually-hidden">{child.prefix}</span>
                  {box.width >= 0.12 && box.height >= 0.06 && (
                    <span aria-hidden="true">
                      {box.width >= 0.24 ? child.prefix : shortLabel(child.prefix, network)}
                    </span>
                  )}
                  {box.width >= 0.12 && box.height >= 0.12 && <small>{child.role?.display ?? child.description}</small>}
                </AppLink>
              </li>
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}
