import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hasDisplay, withDisplay, withDisplays } from '../../../tools/display.ts'
import { missingNeeds } from '../../../tools/system.ts'

afterEach(() => vi.unstubAllEnvs())

const isLinux = process.platform === 'linux'
const canShow = isLinux && missingNeeds(['display']).length === 0

describe('a screen', () => {
  it('is there where DISPLAY or WAYLAND_DISPLAY says so, and on any system but Linux', () => {
    expect(hasDisplay({ DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay({ DISPLAY: '' })).toBe(!isLinux)
  })

  it('that is there is used as it is', async () => {
    vi.stubEnv('DISPLAY', ':123')
    expect(await withDisplay(async (env) => env['DISPLAY'])).toBe(':123')
  })
})

describe.runIf(canShow)('a virtual screen', () => {
  const socket = (display: string | undefined): string => `/tmp/.X11-unix/X${display?.slice(1)}`

  it('is there while the body runs, and gone afterwards', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    const display = await withDisplay(async (env) => {
      expect(existsSync(socket(env['DISPLAY']))).toBe(true)
      return env['DISPLAY']
    })
    await vi.waitFor(() => expect(existsSync(socket(display))).toBe(false))
  })

  it('has a number of its own for each of several side by side', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    const displays = await withDisplays(2, async (names) => {
      expect(names.map((name) => existsSync(socket(name)))).toEqual([true, true])
      return names
    })
    expect(new Set(displays).size).toBe(2)
    await vi.waitFor(() => expect(displays.map((name) => existsSync(socket(name)))).toEqual([false, false]))
  })

  it('goes away when the body fails, and the failure is told', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    let display: string | undefined
    const failing = withDisplay(async (env) => {
      display = env['DISPLAY']
      throw new Error('as planned')
    })
    await expect(failing).rejects.toThrow('as planned')
    await vi.waitFor(() => expect(existsSync(socket(display))).toBe(false))
  })
})
