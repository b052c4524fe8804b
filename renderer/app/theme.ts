import {
  createTheme,
  Modal,
  DEFAULT_THEME,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineColorScheme,
  type MantineColorSchemeManager,
} from '@mantine/core'

/** A colour of the kit with its two darkest shades replaced, so that white words on it have contrast enough. */
function darker(name: 'green' | 'teal' | 'yellow' | 'orange' | 'red', eight: string, nine: string): MantineColorsTuple {
  const [c0, c1, c2, c3, c4, c5, c6, c7] = DEFAULT_THEME.colors[name]
  return [c0, c1, c2, c3, c4, c5, c6, c7, eight, nine]
}

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.18,
  respectReducedMotion: true,
  focusRing: 'auto',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontFamily:
    "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Liberation Sans', sans-serif",
  // dense enough for tables, one step below the kit's usual sizes
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  components: {
    // the head of a dialog is no second banner of the window
    Modal: Modal.extend({ defaultProps: { attributes: { header: { role: 'presentation' } } } }),
  },
  colors: {
    green: darker('green', '#237032', '#1b5e28'),
    teal: darker('teal', '#087055', '#065c46'),
    yellow: darker('yellow', '#8a5200', '#7a4700'),
    orange: darker('orange', '#b3440b', '#993607'),
    red: darker('red', '#c92a2a', '#a61e1e'),
  },
})

/** The few colours of the kit that are too pale for small text, in either scheme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-disabled-color': '#5c636a',
  },
  dark: {
    '--mantine-color-dimmed': '#b8bcc2',
    '--mantine-color-placeholder': '#a6a7ab',
    '--mantine-color-error': '#ff8787',
  },
})

/** Takes the scheme from the planner's preferences, which the main process keeps, instead of from the page's storage. */
export const schemeManager = (scheme: MantineColorScheme): MantineColorSchemeManager => ({
  get: () => scheme,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
})
