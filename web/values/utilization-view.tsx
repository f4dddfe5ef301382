import { UtilizationBar } from './utilization-bar.tsx';
import type { ValueProperties } from './value-properties.ts';

/** How full something is, as the API serves it: a number or a text such as `12.5`. */
export function UtilizationView({ value }: ValueProperties) {
  const percent = Number.parseFloat(String(value));
  return Number.isNaN(percent) ? String(value) : <UtilizationBar percent={percent} />;
}
