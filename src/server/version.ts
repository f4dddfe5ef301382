/** Our own version, and that of the NetBox whose APIs we speak. */
export const version = '0.1.0';
export const netboxVersion = '4.7.3';
