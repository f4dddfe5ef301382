import { useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, type MouseEvent, type PointerEvent, useRef } from 'react';
import { useNavigate } from 'react-router';
import { basePath } from '../api/base-path.ts';
import { prefetchPage } from './prefetch-page.ts';

/** Handlers for the frame: internal links change the page without loading it, and fetch it when the pointer rests. */
export function useInternalLinks() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  return {
    onClick(event: MouseEvent) {
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      const path = internalPath(event.target);
      if (path === undefined) return;
      event.preventDefault();
      navigate(path);
    },
    onPointerOver(event: PointerEvent) {
      clearTimeout(waiting.current);
      const path = internalPath(event.target);
      if (path !== undefined) waiting.current = setTimeout(() => void prefetchPage(client, path), 60);
    },
    onFocus(event: FocusEvent) {
      clearTimeout(waiting.current);
      const path = event.target instanceof HTMLElement ? event.target.dataset.href : undefined;
      if (path) waiting.current = setTimeout(() => void prefetchPage(client, path), 60);
    },
  };
}

function internalPath(target: EventTarget): string | undefined {
  const anchor = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-internal]') : null;
  return anchor ? anchor.pathname.slice(basePath.length) + anchor.search : undefined;
}
