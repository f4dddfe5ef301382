/** An object that a cable or a wireless link ends at, as paths see it. */
export interface Term {
  /** `<content type>:<id>`, as in dcim_cablepath. */
  readonly node: string;
  /** `<app>.<model>` */
  readonly model: string;
  readonly id: string;
  readonly endpoint: boolean;
  /** The device, power panel or circuit that it is part of. */
  readonly parent: string | null;
  readonly cable: string | null;
  readonly cableEnd: string | null;
  readonly connector: number | null;
  /** Positions of its connector that it takes; empty on a cable without a profile. */
  readonly positions: readonly number[];
  /** The path that begins here. */
  readonly path: string | null;
  /** Front and rear ports: how many positions they have. */
  readonly size: number;
  readonly wireless: string | null;
  /** Interfaces that are split into channels, and the channel that a subinterface is. */
  readonly channelized: boolean;
  readonly channel: string | null;
  /** Circuit terminations. */
  readonly side: string | null;
  readonly providerNetwork: string | null;
  /** The node of the place or network where a circuit's end is. */
  readonly place: string | null;
}

/** The cable or wireless link at an object: the node that a path has for it. */
export const linkOf = ({ cable, wireless }: Term): string | undefined =>
  cable !== null ? `cable ${cable}` : wireless !== null ? `wireless ${wireless}` : undefined;
