import type { Dashboard, DeclaredWidget, WidgetConfig, WidgetPlace } from '../../../src/surfaces/dashboard/contract.ts';

/** Widgets placed in their order: each where the columns that it takes end first. */
export function placed(widgets: readonly DeclaredWidget[]): Dashboard {
  const ends = Array.from({ length: 12 }, () => 0);
  const layout: WidgetPlace[] = [];
  const config: Record<string, WidgetConfig> = {};
  for (const [index, widget] of widgets.entries()) {
    const w = Math.min(Math.max(widget.width ?? 4, 1), 12);
    const h = Math.max(widget.height ?? 3, 1);
    const tops = Array.from({ length: 13 - w }, (_, x) => Math.max(...ends.slice(x, x + w)));
    const y = Math.min(...tops);
    const x = tops.indexOf(y);
    ends.fill(y + h, x, x + w);
    const id = `w${index + 1}`;
    layout.push({ id, x, y, w, h });
    config[id] = {
      class: widget.widget,
      title: widget.title ?? null,
      color: widget.color ?? null,
      config: widget.config ?? {},
    };
  }
  return { layout, config };
}
