import { titled } from '#base/titled.ts';

/** Names of apps that their own names don't give. */
const spelled: Readonly<Record<string, string>> = {
  auth: 'Authentication and Authorization',
  contenttypes: 'Content Types',
  dcim: 'DCIM',
  django_rq: 'Django_Rq',
  ipam: 'IPAM',
  social_django: 'Python Social Auth',
  vpn: 'VPN',
};

/** How an app is called where people read it: `DCIM`, `Circuits`. */
export const appLabel = (app: string): string => spelled[app] ?? titled(app);
