/**
 * Whether two e-mail addresses are one: case counts for nothing in the letters of ASCII only. Other letters fold into
 * those (the Kelvin sign K into k), and an address with them is another mailbox.
 */
export const isSameAddress = (one: string, other: string): boolean => folded(one) === folded(other);

const folded = (address: string): string => address.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
