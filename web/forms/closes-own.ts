/**
 * Whether Escape is for what a field opened, such as a list to choose from: it closes that, and nothing around it.
 * `around` is what would be left otherwise.
 */
export function closesOwn(target: EventTarget | null, around: Element | null): boolean {
  if (!(target instanceof Element)) return false;
  const isOpen = ['aria-expanded', 'data-mantine-stop-propagation'].some(
    (name) => target.getAttribute(name) === 'true',
  );
  // What is shown elsewhere on the page, a palette say, is not inside of what it belongs to.
  return isOpen || (around !== null && target !== document.body && !around.contains(target));
}
