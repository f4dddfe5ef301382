import { cannotBeCabled, isWireless } from '../cables/cannot-be-cabled.ts';

export { isWireless };

const virtual: ReadonlySet<string> = new Set(['virtual', 'lag', 'bridge']);

/** Whether interfaces of this type are nothing that one could touch. */
export const isVirtual = (type: string): boolean => virtual.has(type);

/** Whether interfaces of this type can be split into channels: physical ones. */
export const canBeSplit = (type: string): boolean => !cannotBeCabled(type);

/** Whether interfaces of this type can be a channel of another. */
export const canBeChannel = (type: string): boolean => type === 'channel' || canBeSplit(type);
