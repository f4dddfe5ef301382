/** What is wrong with an issuer's address, for the administrator; null where nothing is. */
export function endpointProblem(setting: string, address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return `${setting} must be an address such as https://authentik.company/application/o/netbox/, not ${JSON.stringify(address)}.`;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return `${setting} must begin with https://, not ${JSON.stringify(url.protocol)}.`;
  // authentik's page prints its address without the application's slug: .../application/o//
  if (/\/application\/o\/*$/.test(url.pathname))
    return `${setting} lacks the application's slug: ${url.origin}/application/o/<slug>/, as authentik's provider page shows it under "OpenID Configuration Issuer".`;
  return null;
}

/** The issuer's address without what people put behind it. */
export const plainEndpoint = (address: string): string =>
  address
    .trim()
    .replace(/\/*\.well-known\/openid-configuration.*$/, '')
    .replace(/\/+$/, '');
