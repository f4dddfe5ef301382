import { Modal } from '@mantine/core';
import { text } from '../texts/text.ts';
import { QuickJumpPanel } from './quick-jump-panel.tsx';

/** Ctrl K: to any list by a few letters of its name, or to a search in it. */
export function QuickJump({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal.Root opened={opened} onClose={onClose} padding={0} size={560} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={text('jump.open')}>
        <Modal.Body>
          <QuickJumpPanel onDone={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
