import { lazy, Suspense } from 'react';
import type { FieldProperties } from '../forms/fields/field-properties.ts';
import { Loading } from '../shell/loading.tsx';

const Builder = lazy(async () => ({ default: (await import('./constraint-builder.tsx')).ConstraintBuilder }));

/** What a permission is limited to; its builder is fetched when it is opened. */
export function ConstraintsInput(properties: FieldProperties) {
  return (
    <Suspense fallback={<Loading />}>
      <Builder {...properties} />
    </Suspense>
  );
}
