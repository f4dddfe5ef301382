import type { DisplayBehaviour } from '#operations/read/shapes.ts';
import { addressRange } from './address-range.ts';
import { imageAttachment } from './image-attachment.ts';
import { journalEntry } from './journal-entry.ts';
import { objectChange } from './object-change.ts';
import { contentType, objectType } from './object-type.ts';

/** Lines of objects that no template says, by the names that models use. */
export const displayBehaviours: Readonly<Record<string, DisplayBehaviour>> = Object.freeze({
  addressRange,
  contentType,
  imageAttachment,
  journalEntry,
  objectChange,
  objectType,
});
