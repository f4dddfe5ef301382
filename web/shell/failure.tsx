import { Button } from '@mantine/core';
import { ApiError } from '../api/api-error.ts';
import { text } from '../texts/text.ts';
import { Message } from './message.tsx';

interface Properties {
  readonly title: string;
  readonly error: Error;
  readonly onRetry: () => void;
}

/** What the server refused and why, field by field. */
export function Failure({ title, error, onRetry }: Properties) {
  const fields = error instanceof ApiError ? Object.entries(error.fields).filter(([name]) => name !== 'detail') : [];
  return (
    <Message title={title} role="alert" action={<Button onClick={onRetry}>{text('error.retry')}</Button>}>
      {fields.length === 0 && error.message}
      {fields.map(([name, message]) => (
        <div key={name}>
          <code>{name}</code>: {message}
        </div>
      ))}
    </Message>
  );
}
