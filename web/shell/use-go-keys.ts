import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useModels } from '../meta/use-models.ts';
import { isTyping } from './is-typing.ts';

/** `g`, then a letter of the menu: to that list. `g h`: to the start page. */
export function useGoKeys(): void {
  const navigate = useNavigate();
  const { menu } = useModels().index;
  // Outlives a change of page between the two keys.
  const armedUntil = useRef(0);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.timeStamp > armedUntil.current) {
        armedUntil.current = event.key === 'g' ? event.timeStamp + 1200 : 0;
        return;
      }
      armedUntil.current = 0;
      const items = menu.flatMap((section) => section.groups.flatMap((group) => group.items));
      const path = event.key === 'h' ? '' : items.find((item) => item.key === event.key)?.path;
      if (path === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      navigate(path ? `/${path}/` : '/');
    }
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [menu, navigate]);
}
