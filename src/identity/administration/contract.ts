/** What the interface is told of what the identity provider administers: it knows no kind of objects by name. */
import type { FieldFacts } from './field-facts-contract.ts';

/** `GET /patchbay/identity/` */
export interface IdentityResources {
  readonly resources: readonly IdentityResource[];
}

/** A kind of objects. */
export interface IdentityResource {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  /** Fields that a list shows first. */
  readonly list: readonly string[];
  readonly fields: readonly IdentityField[];
}

export interface IdentityField extends FieldFacts {
  readonly name: string;
}

/** `GET /patchbay/identity/<kind>/` */
export interface IdentityPage {
  readonly count: number;
  readonly results: readonly IdentityObject[];
}

/** An object of any kind: its fields by their names. */
export type IdentityObject = Readonly<Record<string, unknown>> & {
  readonly id: string | number;
  readonly display: string;
};

/** `GET /patchbay/identity/events/` */
export interface IdentityEventPage {
  readonly count: number;
  readonly results: readonly (Readonly<Record<string, unknown>> & { readonly id: number })[];
}

/** A version of a key, as the field `versions` of keys tells it. */
export interface KeyVersion {
  readonly kid: string;
  readonly created: string;
  readonly verifies_until: string | null;
  /** In PEM, with its chain. */
  readonly certificate: string | null;
  readonly certificate_subject: string | null;
  readonly certificate_expires: string | null;
}

/** `GET /patchbay/identity/providers/<id>/setup/`: the addresses that a client is configured with, by what they are for. */
export type ProviderAddresses = Readonly<Record<string, string>>;

/** `GET` and `POST /patchbay/identity/providers/<id>/client_secret/` */
export interface ClientSecret {
  readonly client_secret: string;
}
