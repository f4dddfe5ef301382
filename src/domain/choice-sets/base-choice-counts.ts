/** How many choices each base choice set has, as of NetBox 4.7.3. */
export const baseChoiceCounts: Readonly<Record<string, number>> = {
  IATA: 9765,
  ISO_3166: 249,
  UN_LOCODE: 111_553,
};
