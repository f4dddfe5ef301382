import type { Dashboard } from '../../../src/surfaces/dashboard/contract.ts';
import type { MenuSection } from '../../../src/surfaces/meta/contract.ts';
import { text } from '../../texts/text.ts';
import { placed } from './dashboard.ts';

/** How many lists of a section a widget counts. */
const most = 6;

/** What somebody begins with who arranges a dashboard: how much there is of what the menu leads to, bookmarks, changes. */
export function usualDashboard(menu: readonly MenuSection[]): Dashboard {
  const counts = menu.slice(0, 7).map(({ label, groups }) => ({
    widget: 'extras.ObjectCountsWidget',
    width: 3,
    height: 3,
    title: label,
    config: { models: [...new Set(groups.flatMap(({ items }) => items.map(({ model }) => model)))].slice(0, most) },
  }));
  return placed([
    ...counts,
    {
      widget: 'extras.BookmarksWidget',
      width: 3,
      height: 3,
      title: text('widget.bookmarks'),
      config: { order_by: '-created', max_items: 10 },
    },
    {
      widget: 'extras.ObjectListWidget',
      width: 12,
      height: 5,
      title: text('widget.changes'),
      config: { model: 'core.objectchange', page_size: 15 },
    },
  ]);
}
