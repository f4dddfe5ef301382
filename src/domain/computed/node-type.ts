import { quoted } from '#fields/json-text.ts';
import type { ReadContext } from '#operations/read/context.ts';
import type { Node } from '#operations/read/load-by-type.ts';

/** `"<app>.<model>"` of a node. */
export const nodeType = ({ type }: Node, context: ReadContext): string => quoted(context.contentTypes.name(type)!);
