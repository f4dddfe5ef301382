/** What the interface and the server tell each other of dashboards. */

/** A dashboard as NetBox keeps it: widgets' places in twelve columns, and what each shows, both by the widget's id. */
export interface Dashboard {
  readonly layout: readonly WidgetPlace[];
  readonly config: Readonly<Record<string, WidgetConfig>>;
}

export interface WidgetPlace {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface WidgetConfig {
  readonly class: string;
  readonly title: string | null;
  readonly color: string | null;
  readonly config: Readonly<Record<string, unknown>>;
}

/** A widget of DEFAULT_DASHBOARD: its size, and where it stands follows from the order. */
export interface DeclaredWidget {
  readonly widget: string;
  readonly width?: number;
  readonly height?: number;
  readonly title?: string;
  readonly color?: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** `GET /patchbay/dashboard/`: the asker's own dashboard, and the one that DEFAULT_DASHBOARD declares. */
export interface Dashboards {
  readonly own: Dashboard | null;
  readonly usual: readonly DeclaredWidget[] | null;
}

/** `GET /patchbay/feed/?url=…`: what the feed of a widget says, or that this place is cut off (ISOLATED_DEPLOYMENT). */
export type FeedAnswer = Feed | { readonly isolated: true };

/** A feed as plain text. */
export interface Feed {
  readonly title: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly title: string;
  /** An address of the web. */
  readonly link: string | null;
  readonly published: string | null;
  readonly text: string;
}
