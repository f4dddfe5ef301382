const two = (part: number) => String(part).padStart(2, '0');

/** An ISO 8601 moment in the user's time zone, sortable by eye: `2026-03-01 14:05`. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
