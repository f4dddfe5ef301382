import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 look for garbage when the heap is twice what was left of it, instead of four times: what a server lets go after
 * each answer is returned before it adds up (docs/decisions/memory.md).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
