import { Button, Modal } from '@mantine/core';
import { type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router';
import { text } from '../texts/text.ts';
import styles from './object-form.module.css';

interface Properties {
  /** There is something to lose. */
  readonly active: boolean;
  /** Set before the form itself leaves. */
  readonly leaving: RefObject<boolean>;
}

/** Asks before what was typed is lost: on links, on going back, on closing the window. */
export function LeaveGuard({ active, leaving }: Properties) {
  const { navigator } = useContext(NavigationContext);
  const [asked, setAsked] = useState<() => void>();
  const holding = useRef(active);
  holding.current = active;

  useEffect(() => {
    const holds = () => holding.current && !leaving.current;
    const { push, replace } = navigator;
    const hold =
      (go: typeof push): typeof push =>
      (...target) => {
        if (holds()) setAsked(() => () => go.apply(navigator, target));
        else go.apply(navigator, target);
      };
    navigator.push = hold(push);
    navigator.replace = hold(replace);
    let place = placeNow();
    // Before the router hears of it: going back has happened when one is told, so it is undone until it is confirmed.
    function onPop(event: PopStateEvent) {
      const step = placeNow() - place;
      if (!holds() || step === 0 || !Number.isFinite(step)) {
        place = placeNow();
        return;
      }
      event.stopImmediatePropagation();
      window.history.go(-step);
      setAsked(() => () => {
        leaving.current = true;
        window.history.go(step);
      });
    }
    function onUnload(event: BeforeUnloadEvent) {
      if (holds()) event.preventDefault();
    }
    window.addEventListener('popstate', onPop, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      navigator.push = push;
      navigator.replace = replace;
      window.removeEventListener('popstate', onPop, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [navigator, leaving]);

  return (
    <Modal opened={asked !== undefined} onClose={() => setAsked(undefined)} title={text('form.unsaved')} size="sm">
      <p style={{ marginTop: 0 }}>{text('form.unsavedText')}</p>
      <div className={styles.buttons}>
        <Button
          color="red"
          onClick={() => {
            leaving.current = true;
            asked?.();
          }}
        >
          {text('form.leave')}
        </Button>
        <Button variant="default" data-autofocus onClick={() => setAsked(undefined)}>
          {text('form.stay')}
        </Button>
      </div>
    </Modal>
  );
}

/** The router's number of the current entry of the history; none where somebody else made it. */
function placeNow(): number {
  return (window.history.state as { idx?: number } | null)?.idx ?? Number.NaN;
}
