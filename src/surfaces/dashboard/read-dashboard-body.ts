import { HttpError } from '#base/http-error.ts';
import type { Dashboard, WidgetConfig, WidgetPlace } from './contract.ts';

/** NetBox's own widgets: it ends with an error at a dashboard that names another. */
const classes = new Set([
  'extras.NoteWidget',
  'extras.ObjectCountsWidget',
  'extras.ObjectListWidget',
  'extras.RSSFeedWidget',
  'extras.BookmarksWidget',
]);
const most = 100;

/** Checks a dashboard that somebody sends. Throws 400 keyed by `layout` or `config`. */
export function readDashboardBody(body: unknown): Dashboard {
  if (!isObject(body)) throw new HttpError(400, { __all__: ['Invalid data. Expected a dictionary.'] });
  const { layout, config } = body;
  const refuse = (field: string, message: string) => new HttpError(400, { [field]: [message] });
  if (!Array.isArray(layout) || layout.length > most)
    throw refuse('layout', `Must be a list of at most ${most} places.`);
  if (!isObject(config)) throw refuse('config', 'Must be an object of widgets by id.');
  const places = layout.map((place: unknown): WidgetPlace => {
    if (!isObject(place) || typeof place.id !== 'string' || !(place.id in config))
      throw refuse('layout', `A place must name a widget of config, not ${JSON.stringify(place)}.`);
    const [x, y, w, h] = [place.x, place.y, place.w, place.h].map(Number);
    const isPlace = [x, y, w, h].every((value) => Number.isInteger(value) && value! >= 0 && value! <= 1000);
    if (!isPlace || w! < 1 || h! < 1 || x! + w! > 12)
      throw refuse('layout', `A place must lie within twelve columns, not ${JSON.stringify(place)}.`);
    return { id: place.id, x: x!, y: y!, w: w!, h: h! };
  });
  const widgets = Object.entries(config).map(([id, widget]): [string, WidgetConfig] => {
    if (!isObject(widget) || typeof widget.class !== 'string' || !classes.has(widget.class))
      throw refuse('config', `The widget ${id} must be one of ${[...classes].join(', ')}.`);
    const text = (value: unknown) => (typeof value === 'string' && value ? value.slice(0, 200) : null);
    return [
      id,
      {
        class: widget.class,
        title: text(widget.title),
        color: text(widget.color),
        config: isObject(widget.config) ? widget.config : {},
      },
    ];
  });
  return { layout: places, config: Object.fromEntries(widgets) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
