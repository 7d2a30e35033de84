import { Alert, Anchor, Badge, createTheme, Paper, TextInput, type MantineColorsTuple } from '@mantine/core'

const ledger: MantineColorsTuple = [
  '#eef6f5', '#d9ebe9', '#b3d7d3', '#8ac3bd', '#6fb9b1', '#3f9a91', '#2a827a', '#1f6b65', '#185651', '#10403c',
]

// From the text of a dark page to the deepest ground behind it.
const dark: MantineColorsTuple = [
  '#dde6ea', '#c3cfd5', '#9cacb5', '#6f8089', '#31404a', '#253139', '#182127', '#10171c', '#0c1215', '#080c0e',
]

export const theme = createTheme({
  colors: { ledger, dark },
  primaryColor: 'ledger',
  // White reads well on both.
  primaryShade: { light: 7, dark: 6 },
  black: '#1d2a31',
  defaultRadius: 'md',
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontWeights: { medium: '500', bold: '650' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.375rem', lineHeight: '1.35' }, h2: { fontSize: '1.0625rem', lineHeight: '1.4' } },
  },
  components: {
    Alert: Alert.extend({ styles: { message: { color: 'var(--mantine-color-text)' } } }),
    Anchor: Anchor.extend({ defaultProps: { inherit: true } }),
    Badge: Badge.extend({ defaultProps: { tt: 'none', fw: 500 } }),
    // By its name alone: the component is loaded with the first message.
    Notification: {
      defaultProps: { withBorder: true, closeButtonProps: { 'aria-label': 'Close this message' } },
      styles: { title: { fontWeight: 600 }, description: { color: 'var(--mantine-color-dimmed)' } },
    },
    Paper: Paper.extend({ defaultProps: { bg: 'var(--surface)' } }),
    // What opens over a page belongs to its main part, where screen readers look; by their names alone, too.
    Popover: { defaultProps: { portalProps: { target: 'main' } } },
    Tooltip: { defaultProps: { portalProps: { target: 'main' } } },
    // Nothing but items is in a menu. The first of them says data-autofocus, and the keyboard goes on from there.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    TextInput: TextInput.extend({ defaultProps: { autoComplete: 'off', withAsterisk: false } }),
  },
})
