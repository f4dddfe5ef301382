import { MultiSelect, NativeSelect } from '@mantine/core';
import type { ImportAsked, ImportColumnMeta } from '../../src/surfaces/bulk/contract.ts';
import { text } from '../texts/text.ts';

type Existing = ImportAsked['existing'];

interface Properties {
  /** Those that the source gives. */
  readonly columns: readonly ImportColumnMeta[];
  readonly existing: Existing;
  readonly match: readonly string[];
  readonly onChange: (existing: Existing, match: readonly string[]) => void;
}

/** What happens to rows whose object is there already, and how it is found. */
export function ExistingOptions({ columns, existing, match, onChange }: Properties) {
  return (
    <>
      <NativeSelect
        label={text('import.existing')}
        value={existing}
        data={[
          { value: 'refuse', label: text('import.existingRefuse') },
          { value: 'skip', label: text('import.existingSkip') },
          { value: 'update', label: text('import.existingUpdate') },
        ]}
        onChange={(event) => onChange(event.currentTarget.value as Existing, match)}
      />
      {existing !== 'refuse' && (
        <MultiSelect
          size="xs"
          label={text('import.match')}
          data={columns.filter(({ kind, name }) => kind && name !== 'tags').map(({ name }) => name)}
          value={[...match]}
          error={match.length === 0 ? text('import.matchNone') : undefined}
          onChange={(next) => onChange(existing, next)}
        />
      )}
    </>
  );
}
