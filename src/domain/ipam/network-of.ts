import type { Network } from '#base/ip/network.ts';
import { parseNetwork } from '#base/ip/network.ts';
import type { Draft } from '#operations/write/draft.ts';

/** A field's address with its mask; PostgreSQL leaves full masks away. */
export const networkOf = (draft: Draft, field: string): Network => parseNetwork(draft.get(field)!)!;
