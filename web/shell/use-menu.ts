import { useMemo } from 'react';
import type { MenuSection } from '../../src/surfaces/meta/contract.ts';
import { useModels } from '../meta/use-models.ts';
import { may } from '../session/may.ts';
import { useSession } from '../session/use-session.ts';

/** The menu as far as this user may look. */
export function useMenu(): readonly MenuSection[] {
  const { user } = useSession();
  const { menu } = useModels().index;
  return useMemo(() => {
    if (user?.is_superuser) return menu;
    return menu.flatMap((section) => {
      const groups = section.groups.flatMap((group) => {
        const items = group.items.filter((item) => may(user, item.permission));
        return items.length > 0 ? [{ ...group, items }] : [];
      });
      return groups.length > 0 ? [{ ...section, groups }] : [];
    });
  }, [menu, user]);
}
