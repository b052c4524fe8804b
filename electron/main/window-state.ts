import { readFileSync } from 'node:fs'
import { jsonWriter } from './json-file'

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type WindowState = { readonly bounds: Bounds | null; readonly isMaximized: boolean }

const usual = { width: 1280, height: 820 }
/** Below this the screens no longer fit. */
export const leastSize = { width: 720, height: 480 }
// enough of the window to take hold of
const visiblePixels = 100

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)

function boundsOf(value: unknown): Bounds | null {
  if (!isRecord(value)) return null
  const { x, y, width, height } = value
  return isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height) ? { x, y, width, height } : null
}

/** The size and place in a file; whatever is wrong with the file, the window opens at its usual size. */
export function readWindowState(path: string): WindowState {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isRecord(kept)) return { bounds: boundsOf(kept['bounds']), isMaximized: kept['isMaximized'] === true }
  } catch {
    // the first start, or a file that is worth nothing
  }
  return { bounds: null, isMaximized: false }
}

export const windowStateWriter = (path: string): ((state: WindowState) => Promise<void>) => jsonWriter(path)

const overlap = (a: number, lengthA: number, b: number, lengthB: number): number =>
  Math.min(a + lengthA, b + lengthB) - Math.max(a, b)

const canBeSeenOn = (bounds: Bounds, screen: Bounds): boolean =>
  overlap(bounds.x, bounds.width, screen.x, screen.width) >= visiblePixels &&
  overlap(bounds.y, bounds.height, screen.y, screen.height) >= visiblePixels &&
  // the title bar has to be on the screen, or the window cannot be moved back
  bounds.y >= screen.y

/** Where to open the window: as it was left, unless that screen is gone; never larger than the screen. */
export function boundsToOpen(kept: Bounds | null, screens: readonly Bounds[]): Partial<Bounds> {
  const screen = kept && screens.find((one) => canBeSeenOn(kept, one))
  if (kept && screen) {
    return {
      x: kept.x,
      y: kept.y,
      width: Math.max(leastSize.width, Math.min(kept.width, screen.width)),
      height: Math.max(leastSize.height, Math.min(kept.height, screen.height)),
    }
  }
  const [first] = screens
  if (!first) return usual
  return { width: Math.min(usual.width, first.width), height: Math.min(usual.height, first.height) }
}
