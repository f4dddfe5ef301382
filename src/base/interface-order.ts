const name =
  /^(?<type>[^\d.:]+)?(?:(?<slot>\d+)\/)?(?:(?<subslot>\d+)\/)?(?:(?<position>\d+)\/)?(?:(?<subposition>\d+)\/)?(?<id>\d+)?(?::(?<channel>\d+))?(?:\.(?<vc>\d+))?$/;

const places = ['slot', 'subslot', 'position', 'subposition'] as const;
const numbers = ['id', 'channel', 'vc'] as const;

/**
 * The text by which an interface's name sorts, as NetBox stores it in `_name`: slot, subslot, position and subposition
 * in four digits (9999 where there is none), the type, then id, channel and unit in six (dots where there is none).
 * A name of another form stands for itself. `max` is the column's length.
 */
export function interfaceOrder(text: string, max: number): string {
  const groups = name.exec(text)?.groups;
  if (!groups) return text.slice(0, max);
  const head = places.map((place) => groups[place]?.padStart(4, '0') ?? '9999').join('');
  const tail = numbers.map((number) => groups[number]?.padStart(6, '0') ?? '......').join('');
  return `${head}${groups.type ?? ''}${tail}`.slice(0, max);
}
