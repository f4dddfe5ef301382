import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useModels } from '../meta/use-models.ts';
import { isTyping } from './is-typing.ts';

/** `g`, then a letter of the menu: to that list. `g h`: to the start page. */
export function useGoKeys(): void {
  const navigate = useNavigate();
  const { menu } = useModels().index;
  useEffect(() => {
    let armedUntil = 0;
    function onKey(event: KeyboardEvent) {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.timeStamp > armedUntil) {
        armedUntil = event.key === 'g' ? event.timeStamp + 1200 : 0;
        return;
      }
      armedUntil = 0;
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
