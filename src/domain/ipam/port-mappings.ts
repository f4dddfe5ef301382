import { flatChoices } from '#fields/choice-set.ts';
import { serviceProtocol } from '#models/ipam/choices.ts';

/** Ports that 16 bits hold, but 0. */
export const servicePorts = { first: 1, last: 65535 } as const;

/** Protocols that a service can use. */
const serviceProtocols: ReadonlySet<string> = new Set(flatChoices(serviceProtocol).map(([value]) => `${value}`));

/**
 * Mappings such as `tcp/80` in their one spelling: protocol in small letters, port without leading zeros. What is no
 * mapping, or there twice, is an error.
 */
export function portMappings(given: readonly string[]): { mappings: string[] } | { problem: string } {
  const mappings = new Set<string>();
  for (const text of given) {
    const [protocol, port] = text.split(/\/(.*)/s) as [string, string | undefined];
    if (!port) return { problem: `Invalid port mapping '${text}'. Expected format protocol/port (e.g. tcp/80).` };
    if (!serviceProtocols.has(protocol.toLowerCase())) return { problem: `Invalid protocol: ${protocol}` };
    if (!/^\s*[+-]?\d+\s*$/.test(port)) return { problem: `Invalid port number: ${port}` };
    const number = Number(port);
    if (number < servicePorts.first || number > servicePorts.last)
      return {
        problem: `Port ${number} is not within the permitted range (${servicePorts.first}-${servicePorts.last}).`,
      };
    const mapping = `${protocol.toLowerCase()}/${number}`;
    if (mappings.has(mapping)) return { problem: `Duplicate port mapping: ${text}` };
    mappings.add(mapping);
  }
  return { mappings: [...mappings] };
}
