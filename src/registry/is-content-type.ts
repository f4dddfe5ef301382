import type { Model } from './model.ts';

/** Whether the model's objects are models: spelled `<app>.<model>` wherever they are named. */
export const isContentType = ({ name, extends: parent }: Model): boolean =>
  contentType === name || contentType === parent;

const contentType = 'contenttypes.contenttype';
