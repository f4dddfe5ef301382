/** Each word with its first letter in upper case; letters that are so already stay: `wireless LAN group` → `Wireless LAN Group`. */
export const titled = (text: string): string =>
  text.replace(/(^|[\s-])(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase());
