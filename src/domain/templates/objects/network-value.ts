import { formatAddress } from '#base/ip/format-address.ts';
import { parseAddress } from '#base/ip/parse-address.ts';
import { Speaking } from '../jinja/python-values.ts';

/** An address with its mask, as templates take it apart: `address.ip`, `address.prefixlen`, `prefix.network`. */
export class NetworkValue extends Speaking {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  text(): string {
    return this.#text.includes('/') ? this.#text : `${this.#text}/${this.#bits()}`;
  }

  #bits(): number {
    return this.#text.includes(':') ? 128 : 32;
  }

  member(name: string): unknown {
    const [ip, length] = this.text().split('/') as [string, string];
    const all = this.#bits();
    const family = all === 32 ? 4 : 6;
    const free = BigInt(all - Number(length));
    const hosts = (1n << free) - 1n;
    const value = parseAddress(ip)!.value;
    const shown = (number: bigint) => formatAddress({ family, value: number });
    switch (name) {
      case 'ip':
        return ip;
      case 'prefixlen':
        return Number(length);
      case 'version':
        return family;
      case 'network':
        return shown(value & ~hosts);
      case 'broadcast':
        return family === 4 && free > 1n ? shown(value | hosts) : null;
      case 'netmask':
        return shown(((1n << BigInt(all)) - 1n) ^ hosts);
      case 'hostmask':
        return shown(hosts);
      case 'cidr':
        return `${shown(value & ~hosts)}/${length}`;
      case 'size':
        return Number(hosts + 1n);
      default:
        return undefined;
    }
  }
}
