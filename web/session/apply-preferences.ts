import { preferredPageSize } from '../list/page-size.ts';
import type { UserConfig } from './user-config-query.ts';

/** Lets preferences hold that are no component's own: sizes of pages, stripes, and colours where none were chosen here. */
export function applyPreferences(config: UserConfig): void {
  preferredPageSize.rows = Number(config.pagination?.per_page) || 0;
  const striping = config.ui?.tables?.striping;
  document.documentElement.toggleAttribute('data-striped', striping === true || striping === 'true');
}
