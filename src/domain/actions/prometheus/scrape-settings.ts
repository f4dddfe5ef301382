/** How a host wants to be scraped, as its config context says. */
export interface ScrapeSettings {
  readonly port?: number;
  readonly metrics_path?: string;
  readonly scheme?: string;
}

const key = 'prometheus-plugin-prometheus-sd';

/** The settings under the plugin's key: one object or a list of them; a host without any is scraped once, plainly. */
export function scrapeSettings(configContext: Readonly<Record<string, unknown>>): ScrapeSettings[] {
  const given = configContext[key] ?? [];
  const found = (Array.isArray(given) ? given : [given]).flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const { port, metrics_path: path, scheme } = one as Record<string, unknown>;
    if (port === undefined && path === undefined && scheme === undefined) return [];
    return [
      {
        ...(Number.isInteger(port) ? { port: port as number } : {}),
        ...(typeof path === 'string' && path ? { metrics_path: path } : {}),
        ...(typeof scheme === 'string' && scheme ? { scheme } : {}),
      },
    ];
  });
  return found.length > 0 ? found : [{}];
}
