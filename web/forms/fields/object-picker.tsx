import { CloseButton, Combobox, Loader, Pill, PillsInput, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, lazy, Suspense, useContext, useEffect, useRef, useState } from 'react';
import { chosenObjectsQuery } from '../../filters/chosen-objects-query.ts';
import { useModels } from '../../meta/use-models.ts';
import { may } from '../../session/may.ts';
import { useSession } from '../../session/use-session.ts';
import { text } from '../../texts/text.ts';
import { Badge } from '../../values/badge.tsx';
import { CreateObject } from './create-object.ts';
import styles from './object-picker.module.css';
import { pickQuery } from './pick-query.ts';
import type { Reference } from './reference.ts';

interface Properties {
  /** The model picked from: `dcim.rack`. */
  readonly model: string;
  readonly chosen: readonly Reference[];
  readonly onChange: (chosen: readonly Reference[]) => void;
  readonly multiple?: boolean;
  /** What narrows the list, and what a new object would start with. */
  readonly parameters?: URLSearchParams;
  readonly id: string;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** What is taken already is shown and cannot be picked. */
  readonly free?: boolean;
  /** What narrows the list isn't known yet. */
  readonly waiting?: boolean;
}

const nothing = new URLSearchParams();
const toCreate = 'create';
const toList = 'list';

const ObjectSelector = lazy(async () => ({ default: (await import('./object-selector.tsx')).ObjectSelector }));

/** Objects of a model, searched for on the server as one types; made in place by those who may. */
export function ObjectPicker(properties: Properties) {
  const { model: name, chosen, onChange, multiple = false, parameters = nothing } = properties;
  const model = useModels().byId.get(name);
  const { user } = useSession();
  const create = useContext(CreateObject);
  const [search, setSearch] = useState<string>();
  const [wanted] = useDebouncedValue((search ?? '').trim(), 130);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const open = combobox.dropdownOpened;
  const found = useQuery(pickQuery(model, { search: wanted, parameters, enabled: open && !properties.waiting }));
  const called = useLabels(name, chosen);
  const picked = new Set(chosen.map(({ id }) => id));
  const [listed, setListed] = useState(false);
  const results = (found.data?.results ?? []).filter(({ id }) => !(multiple && picked.has(id)));
  const mayCreate = create && model && may(user, name.replace('.', '.add_'));

  // What is listed is what was typed: until then, Enter waits.
  const isCurrent = !open || (wanted === (search ?? '').trim() && found.data !== undefined && !found.isPlaceholderData);
  const waiting = useRef(false);
  const first = results[0]?.id;
  // Once for each new list.
  useEffect(() => {
    if (!open || !isCurrent || !wanted) return;
    if (waiting.current && first !== undefined) pick(String(first));
    else combobox.selectFirstOption();
    waiting.current = false;
  }, [open, isCurrent, wanted, first]);

  function pick(option: string) {
    if (option === toList) setListed(true);
    else if (option === toCreate) {
      const start = new URLSearchParams([...parameters].map(([key, value]) => [key.replace(/_id$/, ''), value]));
      if (wanted) start.set('name', wanted);
      create?.({
        model: name,
        start,
        onCreated: (made) => onChange(multiple ? [...chosen, made] : [made]),
      });
    } else {
      const object = results.find(({ id }) => String(id) === option) as Reference | undefined;
      if (object) onChange(multiple ? [...chosen, object] : [object]);
    }
    setSearch(multiple ? '' : undefined);
    if (!multiple) combobox.closeDropdown();
  }

  const shownText = search ?? (multiple ? '' : (called(chosen[0]) ?? ''));
  const field = {
    id: properties.id,
    role: 'combobox',
    value: shownText,
    disabled: properties.disabled ?? false,
    'aria-label': properties.label,
    'aria-describedby': properties.describedBy,
    'aria-invalid': properties.invalid || undefined,
    'aria-required': properties.required || undefined,
    placeholder: chosen.length > 0 ? undefined : properties.placeholder,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => {
      setSearch(event.currentTarget.value);
      combobox.openDropdown();
      combobox.resetSelectedOption();
      waiting.current = false;
    },
    onClick: () => combobox.openDropdown(),
    onBlur: () => {
      if (!multiple && search === '') onChange([]);
      setSearch(undefined);
      combobox.closeDropdown();
    },
    onFocus: (event: { currentTarget: HTMLInputElement }) => event.currentTarget.select(),
    onKeyDownCapture: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && open && !isCurrent && search && !event.ctrlKey && !event.metaKey) {
        waiting.current = true;
        event.preventDefault();
        event.stopPropagation();
      }
      if (multiple && event.key === 'Backspace' && !search) onChange(chosen.slice(0, -1));
    },
  };
  const select = (object: Reference) => {
    onChange(multiple ? [...chosen, object] : [object]);
    if (!multiple) setListed(false);
  };
  const busy = found.isFetching && open ? <Loader size={12} /> : undefined;
  const selector = listed && model && (
    <Suspense fallback={null}>
      <ObjectSelector
        model={model}
        parameters={parameters}
        picked={picked}
        multiple={multiple}
        onPick={select}
        onClose={() => setListed(false)}
      />
    </Suspense>
  );
  return (
    <>
      {selector}
      <Combobox store={combobox} onOptionSubmit={pick} transitionProps={{ duration: 0 }} shadow="md">
        <Combobox.DropdownTarget>
          {multiple ? (
            <PillsInput
              id={properties.id}
              size="xs"
              error={properties.invalid}
              disabled={properties.disabled ?? false}
              rightSection={busy}
            >
              <Pill.Group>
                {chosen.map((one) => (
                  <Pill
                    key={one.id}
                    withRemoveButton={!properties.disabled}
                    onRemove={() => onChange(chosen.filter(({ id }) => id !== one.id))}
                    removeButtonProps={{
                      'aria-hidden': false,
                      'aria-label': text('form.removeOne', { label: called(one) ?? `#${one.id}` }),
                    }}
                  >
                    {typeof one.color === 'string' ? (
                      <Badge color={one.color}>{called(one)}</Badge>
                    ) : (
                      (called(one) ?? `#${one.id}`)
                    )}
                  </Pill>
                ))}
                <Combobox.EventsTarget withExpandedAttribute>
                  <PillsInput.Field {...field} />
                </Combobox.EventsTarget>
              </Pill.Group>
            </PillsInput>
          ) : (
            <Combobox.EventsTarget withExpandedAttribute>
              <TextInput
                {...field}
                error={properties.invalid}
                rightSection={
                  busy ??
                  (chosen.length > 0 && !properties.disabled ? (
                    <CloseButton
                      size="xs"
                      tabIndex={-1}
                      aria-label={text('form.clear')}
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => {
                        setSearch(undefined);
                        onChange([]);
                      }}
                    />
                  ) : (
                    <Combobox.Chevron size="xs" />
                  ))
                }
                rightSectionPointerEvents={chosen.length > 0 ? 'all' : 'none'}
              />
            </Combobox.EventsTarget>
          )}
        </Combobox.DropdownTarget>
        <Combobox.Dropdown>
          <Combobox.Options className={styles.options} mah={300}>
            {results.map((object) => (
              <Combobox.Option
                key={object.id}
                value={String(object.id)}
                active={picked.has(object.id)}
                disabled={properties.free === true && object._occupied === true && !picked.has(object.id)}
                className={styles.option}
                style={object._depth ? { paddingLeft: 10 + Number(object._depth) * 12 } : undefined}
              >
                <span className={styles.label}>
                  {typeof object.color === 'string' && name.endsWith('.tag') ? (
                    <Badge color={object.color}>{String(object.display)}</Badge>
                  ) : (
                    String(object.display)
                  )}
                </span>
                <span className={styles.hint}>
                  {properties.free && object._occupied === true
                    ? text('form.occupied')
                    : String(object.description ?? '')}
                </span>
              </Combobox.Option>
            ))}
            {found.data && results.length < found.data.count - picked.size && (
              <div className={styles.more}>
                {text('form.moreObjects', { count: found.data.count - results.length })}
              </div>
            )}
            {results.length === 0 && (
              <Combobox.Empty>
                {found.isPending ? text('app.loading') : found.isError ? text('form.noAccess') : text('form.noObject')}
              </Combobox.Empty>
            )}
            {model && isCurrent && !properties.free && (
              <Combobox.Option value={toList} className={styles.create}>
                {text('form.selectorOpen')}
              </Combobox.Option>
            )}
            {mayCreate && isCurrent && (
              <Combobox.Option value={toCreate} className={styles.create}>
                {wanted
                  ? text('form.createNamed', { label: model.label, name: wanted })
                  : text('form.createOne', { label: model.label })}
              </Combobox.Option>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </>
  );
}

/** What chosen objects are called; asked for where only their ids are known. */
function useLabels(name: string, chosen: readonly Reference[]): (one: Reference | undefined) => string | undefined {
  const model = useModels().byId.get(name);
  const unknown = chosen.filter((one) => one.display === undefined).map(({ id }) => String(id));
  const { data } = useQuery(chosenObjectsQuery(model, 'id', unknown));
  return (one) => one && (one.display ?? data?.find(({ id }) => id === one.id)?.display?.toString() ?? `#${one.id}`);
}
