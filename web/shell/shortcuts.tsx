import { Kbd, Modal } from '@mantine/core';
import { useModels } from '../meta/use-models.ts';
import { type TextKey, text } from '../texts/text.ts';
import { keyNames } from './key-names.ts';
import styles from './shortcuts.module.css';

const anywhere: readonly (readonly [string, TextKey])[] = [
  ['Ctrl K', 'shortcuts.jump'],
  ['g h', 'shortcuts.home'],
  ['u', 'shortcuts.up'],
  ['e', 'shortcuts.edit'],
  ['?', 'shortcuts.help'],
];
const inList: readonly (readonly [string, TextKey])[] = [
  ['/', 'shortcuts.search'],
  ['f', 'shortcuts.filter'],
  ['j', 'shortcuts.next'],
  ['k', 'shortcuts.previous'],
  ['Enter', 'shortcuts.open'],
  ['n', 'shortcuts.new'],
  ['x', 'shortcuts.select'],
  ['Shift x', 'shortcuts.selectThrough'],
  ['Shift j k', 'shortcuts.selectWalking'],
  ['[ ]', 'shortcuts.pages'],
];

const inForm: readonly (readonly [string, TextKey])[] = [
  ['Ctrl Enter', 'shortcuts.save'],
  ['Ctrl Shift Enter', 'shortcuts.saveAgain'],
  ['Esc', 'shortcuts.leave'],
];

export function Shortcuts({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { menu } = useModels().index;
  const lists = menu
    .flatMap((section) => section.groups.flatMap((group) => group.items))
    .flatMap((item) => (item.key ? [[`g ${item.key}`, item.label] as const] : []));
  return (
    <Modal opened={opened} onClose={onClose} title={text('shortcuts.title')} size="lg">
      <div className={styles.columns}>
        <Keys title={text('shortcuts.anywhere')} keys={anywhere.map(([key, label]) => [key, text(label)])} />
        <Keys title={text('shortcuts.list')} keys={inList.map(([key, label]) => [key, text(label)])} />
        <Keys title={text('shortcuts.form')} keys={inForm.map(([key, label]) => [key, text(label)])} />
        <Keys title={text('shortcuts.jump')} keys={lists} />
      </div>
    </Modal>
  );
}

function Keys({ title, keys }: { readonly title: string; readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.keys}>
        {keys.map(([key, label]) => (
          <div key={key}>
            <dt>
              <Kbd size="xs">{keyNames(key)}</Kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
