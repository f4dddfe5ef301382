/** Differences from NetBox's document that stay, with the reason. */
export const leftOpen: readonly (readonly [difference: RegExp, reason: string])[] = [];
