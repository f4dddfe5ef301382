const mark = Symbol('form');

/** Marks an object as read from a form, where what is left out may mean no. */
export function asForm<T extends object>(values: T): T {
  Object.defineProperty(values, mark, { value: true });
  return values;
}

/** Whether the object was read from a form. */
export const isForm = (values: object): boolean => mark in values;
