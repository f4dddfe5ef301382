import { type ComponentType, lazy } from 'react';
import type { WidgetConfig } from '../../../src/surfaces/dashboard/contract.ts';
import type { TextKey } from '../../texts/text.ts';

export interface WidgetProperties {
  readonly widget: WidgetConfig;
}

interface WidgetKind {
  readonly label: TextKey;
  readonly Content: ComponentType<WidgetProperties>;
  /** What a new one shows, and how large it is. */
  readonly begins: { readonly w: number; readonly h: number; readonly config: Readonly<Record<string, unknown>> };
}

/** NetBox's widgets by class. */
export const widgets: Readonly<Record<string, WidgetKind>> = {
  'extras.ObjectCountsWidget': {
    label: 'widget.counts',
    begins: { w: 4, h: 3, config: { models: [] } },
    Content: lazy(async () => ({ default: (await import('./counts-widget.tsx')).CountsWidget })),
  },
  'extras.ObjectListWidget': {
    label: 'widget.list',
    begins: { w: 12, h: 4, config: { page_size: 10 } },
    Content: lazy(async () => ({ default: (await import('./list-widget.tsx')).ListWidget })),
  },
  'extras.NoteWidget': {
    label: 'widget.note',
    begins: { w: 4, h: 2, config: { content: '' } },
    Content: lazy(async () => ({ default: (await import('./note-widget.tsx')).NoteWidget })),
  },
  'extras.BookmarksWidget': {
    label: 'widget.bookmarks',
    begins: { w: 4, h: 3, config: { order_by: '-created', max_items: 10 } },
    Content: lazy(async () => ({ default: (await import('./bookmarks-widget.tsx')).BookmarksWidget })),
  },
  'extras.RSSFeedWidget': {
    label: 'widget.feed',
    begins: {
      w: 6,
      h: 4,
      config: { feed_url: '', max_entries: 10, cache_timeout: 3600, request_timeout: 3, requires_internet: true },
    },
    Content: lazy(async () => ({ default: (await import('./feed-widget.tsx')).FeedWidget })),
  },
};
