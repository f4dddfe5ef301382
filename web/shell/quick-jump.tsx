import { Modal } from '@mantine/core';
import { text } from '../texts/text.ts';
import { QuickJumpPanel } from './quick-jump-panel.tsx';

/** Ctrl K: to any list by a few letters of its name, or to a search in it. */
export function QuickJump({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12vh"
      aria-label={text('jump.open')}
    >
      <QuickJumpPanel onDone={onClose} />
    </Modal>
  );
}
