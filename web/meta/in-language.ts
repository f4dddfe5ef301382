import { spokenProperties } from '../../generated/labels.ts';
import { inForce } from '../texts/in-force.ts';
import { label } from '../texts/label.ts';

const spoken: ReadonlySet<string> = new Set(spokenProperties);

/** What the server tells of models, forms and resources, with its words for people in the language in force. */
export function inLanguage<Told>(told: Told): Told {
  return inForce.language.code === 'en' ? told : (translated(told) as Told);
}

function translated(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(translated);
  if (typeof told !== 'object' || told === null) return told;
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      spoken.has(name) && typeof value === 'string' ? label(value) : translated(value),
    ]),
  );
}
