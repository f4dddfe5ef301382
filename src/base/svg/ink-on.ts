/** Black or white, whichever reads better on a colour (six hexadecimal digits), by the weights of ITU-R BT.601. */
export function inkOn(color: string): '#000000' | '#ffffff' {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#000000' : '#ffffff';
}
