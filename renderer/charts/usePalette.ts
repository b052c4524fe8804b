import { useComputedColorScheme } from '@mantine/core'
import { darkPalette, lightPalette, type Palette } from './palette'

/** The palette of the scheme in which the window is drawn. */
export const usePalette = (): Palette =>
  useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark' ? darkPalette : lightPalette
