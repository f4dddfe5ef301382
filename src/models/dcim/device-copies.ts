/** Where a device's component is: repeats the device's place. */
export const deviceCopies = { device: { _site: 'site', _location: 'location', _rack: 'rack' } } as const;
