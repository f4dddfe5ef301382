import { text } from '../texts/text.ts';
import { AppLink } from './app-link.tsx';
import { Message } from './message.tsx';

/** 404: an address that leads nowhere, or an object that isn't there or isn't shown to this user. */
export function NotFound({ label }: { readonly label?: string }) {
  return (
    <Message page title={text('notFound.title')} action={<AppLink to="/">{text('notFound.home')}</AppLink>}>
      <title>{`${text('notFound.title')} · ${text('app.name')}`}</title>
      {label ? text('notFound.object', { label }) : text('notFound.text')}
    </Message>
  );
}
