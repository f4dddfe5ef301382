import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { text } from '../texts/text.ts';
import { narrowest, widest, within } from './kept-widths.ts';
import styles from './object-table.module.css';

export interface Resize {
  /** The column takes the width while it is being set; `undefined` gives that up. */
  readonly show: (name: string, width: number | undefined) => void;
  /** The width is kept; `undefined`: as the content asks for. */
  readonly keep: (name: string, width: number | undefined) => void;
}

interface Properties {
  readonly name: string;
  readonly label: string;
  readonly width: number;
  readonly resize: Resize;
}

const step = 8;

/** The edge by which a column is made wider: dragged, moved with the arrows (Shift: faster), reset by a double click. */
export function ColumnEdge({ name, label, width, resize }: Properties) {
  const dragged = useRef<{ readonly from: number; readonly width: number; now: number | undefined }>(undefined);
  /** Moved with the arrows, and not yet let go of. */
  const moved = useRef<number>(undefined);

  function start(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    dragged.current = { from: event.clientX, width, now: undefined };
  }
  function move(event: PointerEvent<HTMLElement>) {
    if (!dragged.current) return;
    dragged.current.now = within(dragged.current.width + event.clientX - dragged.current.from);
    resize.show(name, dragged.current.now);
  }
  function end(kept: boolean) {
    const { now, width: before } = dragged.current ?? {};
    dragged.current = undefined;
    if (kept && now !== undefined && now !== before) resize.keep(name, now);
    resize.show(name, undefined);
  }
  function release() {
    if (moved.current === undefined) return;
    resize.keep(name, moved.current);
    resize.show(name, undefined);
    moved.current = undefined;
  }
  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = event.shiftKey ? step * 5 : step;
    if (event.key === 'Escape' && dragged.current) end(false);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      moved.current = within(width + (event.key === 'ArrowLeft' ? -by : by));
      resize.show(name, moved.current);
    } else if (event.key === 'Enter' || event.key === 'Backspace') resize.keep(name, undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={text('list.width', { label })}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      title={text('list.widthHelp')}
      className={styles.edge}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onDoubleClick={() => resize.keep(name, undefined)}
      onKeyDown={press}
      onKeyUp={release}
      onBlur={release}
    />
  );
}
