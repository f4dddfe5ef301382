import { Button } from '@mantine/core';
import { Message } from '../shell/message.tsx';
import { text } from '../texts/text.ts';

interface Properties {
  readonly plural: string;
  /** What one is. */
  readonly about: string;
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** No rows: because there are none, or because none match. */
export function ListEmpty({ plural, about, filtered, onClear }: Properties) {
  if (!filtered) return <Message title={text('list.empty', { plural })}>{about}</Message>;
  const clear = (
    <Button variant="default" onClick={onClear}>
      {text('list.clearFilters')}
    </Button>
  );
  return <Message title={text('list.noMatch', { plural })} action={clear} />;
}
