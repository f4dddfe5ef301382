/** The kinds of changes by their names in GraphQL. */
export const changeActions = Object.freeze({ CREATE: 'create', UPDATE: 'update', DELETE: 'delete' } as const);

export type ChangeAction = (typeof changeActions)[keyof typeof changeActions];

/** A change as a subscriber is told of it. */
export interface Change {
  readonly id: string;
  readonly time: string;
  readonly action: ChangeAction;
  readonly model: string;
  readonly objectId: string;
  readonly display: string;
  readonly user: string;
  readonly requestId: string;
  readonly message: string;
  readonly prechangeData: unknown;
  readonly postchangeData: unknown;
}
