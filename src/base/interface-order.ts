const name =
  /^(?<type>[^\d.:]+)?(?:(?<slot>\d+)\/)?(?:(?<subslot>\d+)\/)?(?:(?<position>\d+)\/)?(?:(?<subposition>\d+)\/)?(?<id>\d+)?(?::(?<channel>\d+))?(?:\.(?<vc>\d+))?(?<rest>.*)$/;

const places = ['slot', 'subslot', 'position', 'subposition'] as const;
const numbers = ['id', 'channel', 'vc'] as const;

/** Numbers in what else a name says are eight digits long. */
const padded = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

/**
 * The text by which an interface's name sorts, as NetBox stores it in `_name`: slot, subslot, position and subposition
 * in four digits (9999 where there is none), the type, then id, channel and unit in six (dots where there is none), and
 * what is left of the name. One with line breaks stands for itself. `max` is the column's length.
 */
export function interfaceOrder(text: string, max: number): string {
  const groups = name.exec(text)?.groups;
  if (!groups) return text.slice(0, max);
  const head = places.map((place) => groups[place]?.padStart(4, '0') ?? '9999').join('');
  const tail = numbers.map((number) => groups[number]?.padStart(6, '0') ?? '......').join('');
  return `${head}${groups.type ?? ''}${tail}${padded(groups.rest ?? '')}`.slice(0, max);
}
