import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { text } from '../texts/text.ts';
import styles from './search-box.module.css';

/** Quick search as you type; `/` comes here, Escape clears and leaves. */
export function SearchBox({
  value,
  onSearch,
}: {
  readonly value: string;
  readonly onSearch: (search: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  const wanted = useRef(value);
  const send = useDebouncedCallback((search: string) => {
    if (search === sent.current || search !== wanted.current) return;
    sent.current = search;
    onSearch(search);
  }, 180);
  useHotkeys([['/', () => input.current?.select()]]);
  useEffect(() => {
    // The address changed by itself: back, forward, a cleared filter.
    if (value === sent.current) return;
    sent.current = value;
    // What was typed last and not sent yet is over, too.
    wanted.current = value;
    setTyped(value);
  }, [value]);
  function type(search: string) {
    setTyped(search);
    wanted.current = search.trim();
    send(wanted.current);
  }
  return (
    <TextInput
      ref={input}
      className={styles.search}
      type="search"
      leftSection={<IconSearch size={13} />}
      placeholder={`${text('list.search')}  /`}
      aria-label={text('list.search')}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (typed) type('');
        else event.currentTarget.blur();
      }}
      rightSection={
        typed ? <CloseButton size="xs" aria-label={text('list.clearSearch')} onClick={() => type('')} /> : undefined
      }
    />
  );
}
