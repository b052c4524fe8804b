const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of a color `#rrggbb`, 0–1 (WCAG 2.2, "relative luminance"). */
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 1) + 0.0722 * channel(hex, 2)

/** How far two colors `#rrggbb` are apart, 1–21 (WCAG 2.2, "contrast ratio"). */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The least contrast of text (WCAG 2.2 AA, 1.4.3); large is from 18 points on, or 14 points bold. */
export const leastContrast = (isLarge: boolean): number => (isLarge ? 3 : 4.5)
