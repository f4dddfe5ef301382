import { capitalized } from '#base/capitalized.ts';

const names: Readonly<Record<string, string>> = {
  auth: 'Authentication and Authorization',
  contenttypes: 'Content Types',
  dcim: 'DCIM',
  django_rq: 'Django_Rq',
  ipam: 'IPAM',
  social_django: 'Python Social Auth',
  vpn: 'VPN',
};

/** The name of an app as people read it. */
export const appName = (app: string): string => names[app] ?? capitalized(app);
