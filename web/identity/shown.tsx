import type { IdentityField } from '../../src/identity/administration/contract.ts';
import { AppLink } from '../shell/app-link.tsx';
import { formatMoment } from '../texts/format-moment.ts';
import { text } from '../texts/text.ts';

interface Reference {
  readonly id: string | number;
  readonly display: string;
}

/** A value of the identity provider's, as a list shows it. */
export function Shown({ field, value }: { readonly field: IdentityField; readonly value: unknown }) {
  if (value === null || value === undefined || value === '') return text('value.none');
  if (field.widget === 'boolean') return text(value ? 'value.yes' : 'value.no');
  if (field.widget === 'time') return formatMoment(String(value));
  if (field.widget === 'reference') return <Linked field={field} to={value as Reference} />;
  if (field.widget === 'references')
    return (value as readonly Reference[]).map((one, index) => (
      <span key={one.id}>
        {index > 0 && ', '}
        <Linked field={field} to={one} />
      </span>
    ));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function Linked({ field, to }: { readonly field: IdentityField; readonly to: Reference }) {
  return field.to ? <AppLink to={`/identity-provider/${field.to}/${to.id}/`}>{to.display}</AppLink> : to.display;
}
