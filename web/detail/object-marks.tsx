import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconBell, IconBellFilled, IconBookmark, IconBookmarkFilled, IconChevronDown } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PageLink } from '../../src/domain/pages/contract.ts';
import type { ModelMeta } from '../../src/surfaces/meta/contract.ts';
import { basePath } from '../api/base-path.ts';
import { request } from '../api/request.ts';
import type { RestObject } from '../api/rest.ts';
import { useSession } from '../session/use-session.ts';
import { type TextKey, text } from '../texts/text.ts';
import { pageFactQuery } from './page-fact-query.ts';

interface Mark {
  readonly name: 'bookmark' | 'subscription';
  readonly feature: string;
  readonly api: string;
  readonly on: TextKey;
  readonly off: TextKey;
  readonly Icon: typeof IconBell;
  readonly Set: typeof IconBell;
}

const marks: readonly Mark[] = [
  {
    name: 'bookmark',
    feature: 'bookmarks',
    api: 'extras/bookmarks',
    on: 'marks.bookmark',
    off: 'marks.unbookmark',
    Icon: IconBookmark,
    Set: IconBookmarkFilled,
  },
  {
    name: 'subscription',
    feature: 'notifications',
    api: 'extras/subscriptions',
    on: 'marks.subscribe',
    off: 'marks.unsubscribe',
    Icon: IconBell,
    Set: IconBellFilled,
  },
];

/** An object's custom links, and the user's own marks on it: a bookmark, and to be told of its changes. */
export function ObjectMarks({ model, object }: { readonly model: ModelMeta; readonly object: RestObject }) {
  const { user } = useSession();
  const client = useQueryClient();
  const query = pageFactQuery(model, object.id, '');
  const { data } = useQuery(query);
  if (!data) return null;

  const toggle = async ({ name, api }: Mark) => {
    const id = data[name];
    const about = { object_type: model.id, object_id: object.id, user: user?.id };
    const made = await (id === null
      ? request<RestObject>(`/api/${api}/`, { method: 'POST', body: about })
      : request<undefined>(`/api/${api}/${id}/`, { method: 'DELETE' }));
    client.setQueryData(query.queryKey, { ...data, [name]: made?.id ?? null });
  };

  const groups = [...new Set(data.links.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => {
        const links = data.links.filter((link) => link.group === group);
        return group === '' ? (
          links.map((link) => <LinkButton key={link.text} link={link} />)
        ) : (
          <Menu key={group}>
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={13} />}>
                {group}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {links.map((link) => (
                <Menu.Item key={link.text} component="a" {...anchor(link)}>
                  {link.text}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        );
      })}
      {user &&
        marks
          .filter(({ feature }) => model.features.includes(feature))
          .map((mark) => {
            const isSet = data[mark.name] !== null;
            const label = text(isSet ? mark.off : mark.on);
            const Icon = isSet ? mark.Set : mark.Icon;
            return (
              <Tooltip key={mark.name} label={label}>
                <ActionIcon aria-label={label} aria-pressed={isSet} onClick={() => void toggle(mark)}>
                  <Icon size={17} />
                </ActionIcon>
              </Tooltip>
            );
          })}
    </>
  );
}

function LinkButton({ link }: { readonly link: PageLink }) {
  if (link.error)
    return (
      <Tooltip label={link.error}>
        <Button variant="default" data-disabled aria-disabled>
          {link.text}
        </Button>
      </Tooltip>
    );
  return (
    <Button
      component="a"
      variant={variants[link.style] ?? 'light'}
      color={colors[link.style] ?? 'gray'}
      {...anchor(link)}
    >
      {link.text}
    </Button>
  );
}

/** Addresses that begin with a slash are the interface's own. */
function anchor({ url, newWindow, error }: PageLink) {
  if (error) return { 'aria-disabled': true, title: error };
  const href = url.startsWith('/') && !url.startsWith('//') ? basePath + url : url;
  return { href, ...(newWindow ? { target: '_blank', rel: 'noreferrer' } : {}) };
}

const variants: Readonly<Record<string, string>> = { 'ghost-dark': 'subtle', default: 'default' };
/** NetBox's button classes as colours of the kit. */
const colors: Readonly<Record<string, string>> = {
  blue: 'blue',
  indigo: 'indigo',
  purple: 'grape',
  pink: 'pink',
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  teal: 'teal',
  cyan: 'cyan',
  gray: 'gray',
  black: 'dark',
};
