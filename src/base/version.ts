import packageFile from '../../package.json' with { type: 'json' };

/** Our own version. */
export const patchbayVersion: string = packageFile.version;

/** The NetBox whose interfaces and schema we speak; clients parse it. */
export const netboxVersion = '4.7.3';
