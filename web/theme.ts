import { createTheme } from '@mantine/core';
import { text } from './texts/text.ts';

const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif';
const mono = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** Mantine's dark greys with the blue of our surfaces, from text to the deepest background. */
const dark = [
  '#dfe4e8',
  '#c3cbd1',
  '#9aa5ae',
  '#77828b',
  '#3d464e',
  '#2b3238',
  '#20262a',
  '#1a1f23',
  '#13171a',
  '#0d1012',
] as const;

/** What the cross of a dialog is called: asked for when it is drawn, as the language may change. */
const named = () => ({ 'aria-label': text('app.close') });

/** Dense and quiet: the data is the loudest thing on the screen. */
export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: mono,
  primaryColor: 'cyan',
  colors: { dark },
  primaryShade: { light: 9, dark: 9 },
  defaultRadius: 5,
  fontSizes: { xs: '11.5px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    // The placeholder that would be focused first is nothing that a menu may hold.
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: () => ({ transitionProps: { duration: 0 }, closeButtonProps: named() }) },
    Drawer: { defaultProps: () => ({ transitionProps: { duration: 120 }, closeButtonProps: named() }) },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
  },
});
