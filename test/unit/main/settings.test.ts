import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { answeredDialogs } from '../../../electron/main/answered-dialogs'
import { openPreferences } from '../../../electron/main/preferences'
import { keepMost, openRecents } from '../../../electron/main/recents'
import { settingsNotices } from '../../../electron/main/settings-notices'
import { boundsToOpen, readWindowState, windowStateWriter } from '../../../electron/main/window-state'
import { makeFolder } from '../../fixtures/workbook'

const unchanged = (): void => undefined
const brokenTexts = ['', '{', 'null', '[]', '7', '"dark"', '{"colorScheme":"pink","isNavigationNarrow":1}', '\0\0\0']

describe('preferences', () => {
  it('are the usual ones at the first start', () => {
    const preferences = openPreferences(join(makeFolder(), 'none', 'preferences.json'), unchanged)
    expect(preferences.value()).toEqual({ colorScheme: 'auto', isNavigationNarrow: false })
    expect(preferences.setAside).toBeNull()
  })

  it('are there again at the next start, also in a folder that was not there', async () => {
    const path = join(makeFolder(), 'none', 'preferences.json')
    const told: unknown[] = []
    await openPreferences(path, (value) => void told.push(value)).set({ colorScheme: 'dark' })
    await openPreferences(path, unchanged).set({ isNavigationNarrow: true })
    expect(openPreferences(path, unchanged).value()).toEqual({ colorScheme: 'dark', isNavigationNarrow: true })
    expect(told).toEqual([{ colorScheme: 'dark', isNavigationNarrow: false }])
  })

  it.each(brokenTexts)('that cannot be understood are set aside and told: %j', async (text) => {
    const path = join(makeFolder(), 'preferences.json')
    writeFileSync(path, text)
    const preferences = openPreferences(path, unchanged)
    expect(preferences.value()).toEqual({ colorScheme: 'auto', isNavigationNarrow: false })
    expect(readFileSync(preferences.setAside!, 'utf8')).toBe(text)
    expect(settingsNotices({ preferences: preferences.setAside, recents: null }).join()).toContain(
      'preferences.json.broken',
    )
    await preferences.set({ colorScheme: 'light' })
    expect(openPreferences(path, unchanged).setAside).toBeNull()
  })

  it('are the usual ones where the file cannot even be opened', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const path = join(makeFolder(), 'preferences.json')
    mkdirSync(path)
    expect(openPreferences(path, unchanged).value().colorScheme).toBe('auto')
  })

  it('keep the last of many quick changes, whole, and leave nothing else behind', async () => {
    const folder = makeFolder()
    const preferences = openPreferences(join(folder, 'preferences.json'), unchanged)
    const schemes = ['light', 'dark', 'auto'] as const
    await Promise.all(Array.from({ length: 30 }, (_, at) => preferences.set({ colorScheme: schemes[at % 3]! })))
    expect(JSON.parse(readFileSync(join(folder, 'preferences.json'), 'utf8'))).toMatchObject({ colorScheme: 'auto' })
    expect(readdirSync(folder)).toEqual(['preferences.json'])
  })
})

describe('recent workbooks', () => {
  const at = (minute: number): string => `2026-11-03T15:${String(minute).padStart(2, '0')}:00.000Z`

  it('come newest first, once each, with what was in them and whether they are there', async () => {
    const folder = makeFolder()
    const path = (name: string): string => join(folder, `${name}.rollout`)
    writeFileSync(path('Lake'), '')
    const recents = openRecents(join(folder, 'recents.json'), unchanged)
    await recents.add({ path: path('Lake'), openedAt: at(1), summary: null })
    await recents.add({ path: path('River'), openedAt: at(2), summary: '7 schools' })
    await recents.add({ path: path('Lake'), openedAt: at(3), summary: '2 schools' })
    expect(await openRecents(join(folder, 'recents.json'), unchanged).look()).toEqual([
      { path: path('Lake'), name: 'Lake', openedAt: at(3), isPinned: false, summary: '2 schools', exists: true },
      { path: path('River'), name: 'River', openedAt: at(2), isPinned: false, summary: '7 schools', exists: false },
    ])
  })

  it('stay pinned when they are opened again, and go when they are forgotten', async () => {
    const recents = openRecents(join(makeFolder(), 'recents.json'), unchanged)
    await recents.add({ path: '/a.rollout', openedAt: at(1), summary: null })
    await recents.pin('/a.rollout', true)
    await recents.add({ path: '/a.rollout', openedAt: at(2), summary: null })
    await recents.add({ path: '/b.rollout', openedAt: at(3), summary: null })
    await recents.forgetAll()
    expect(recents.list()).toMatchObject([{ path: '/a.rollout', isPinned: true }])
    await recents.forget('/a.rollout')
    expect(recents.list()).toEqual([])
  })

  it('count as there where a share does not answer, which is asked about one file and no more until it does', async () => {
    const asked: string[] = []
    let answer: () => void = () => undefined
    const silent = (path: string): Promise<void> => {
      asked.push(path)
      return new Promise((_, gone) => (answer = () => gone(new Error('gone'))))
    }
    const recents = openRecents(join(makeFolder(), 'recents.json'), unchanged, silent)
    for (const name of ['a', 'b', 'c'])
      await recents.add({ path: `/share/${name}.rollout`, openedAt: at(1), summary: null })
    const exist = async (): Promise<boolean[]> => (await recents.look()).map(({ exists }) => exists)
    expect(await exist()).toEqual([true, true, true])
    expect(await exist()).toEqual([true, true, true])
    expect(asked).toHaveLength(1)
    answer()
    await Promise.resolve()
    expect(await exist()).toEqual([true, true, true])
    expect(asked).toHaveLength(2)
  })

  it('are at most twenty; the pinned ones stay', () => {
    const files = Array.from({ length: 30 }, (_, minute) => ({
      path: `/${minute}.rollout`,
      name: String(minute),
      openedAt: at(minute),
      isPinned: minute < 2,
      summary: null,
    }))
    const kept = keepMost(files).map((file) => file.name)
    expect(kept).toEqual([...Array.from({ length: 18 }, (_, back) => String(29 - back)), '1', '0'])
  })

  it.each(brokenTexts.filter((text) => text !== '[]'))('that cannot be understood are set aside: %j', (text) => {
    const path = join(makeFolder(), 'recents.json')
    writeFileSync(path, text)
    const recents = openRecents(path, unchanged)
    expect(recents.list()).toEqual([])
    expect(existsSync(recents.setAside!)).toBe(true)
  })
})

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const kept = { x: 100, y: 80, width: 1200, height: 800 }

  it('opens where and as large as it was left', async () => {
    const path = join(makeFolder(), 'window.json')
    await windowStateWriter(path)({ bounds: kept, isMaximized: true })
    expect(readWindowState(path)).toEqual({ bounds: kept, isMaximized: true })
    expect(boundsToOpen(kept, [screen])).toEqual(kept)
  })

  it('opens at its usual size when it was left on a screen that is gone', () => {
    for (const gone of [{ x: 2500 }, { y: -600 }, { y: 1070 }, { x: -1190 }])
      expect(boundsToOpen({ ...kept, ...gone }, [screen])).toEqual({ width: 1280, height: 820 })
  })

  it('is never larger than its screen', () => {
    expect(boundsToOpen({ x: 0, y: 0, width: 4000, height: 3000 }, [screen])).toEqual({ ...screen })
    expect(boundsToOpen(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 })
  })

  it.each([...brokenTexts, '{"bounds":{"x":"1"}}', '{"bounds":{"x":1,"y":1,"width":1.5,"height":9}}'])(
    'opens at its usual size when the file says nothing: %j',
    (text) => {
      const path = join(makeFolder(), 'window.json')
      writeFileSync(path, text)
      expect(readWindowState(path)).toEqual({ bounds: null, isMaximized: false })
    },
  )
})

describe('dialogs that a test answers', () => {
  it('use the answers up in order, then are closed without choosing', async () => {
    const file = join(makeFolder(), 'dialogs.json')
    writeFileSync(file, JSON.stringify({ open: ['/a.rollout', '/b.csv'], save: ['/c'], leave: ['yes'] }))
    const dialogs = answeredDialogs(file)
    expect(await dialogs.chooseToOpen('workbook')).toBe('/a.rollout')
    expect(await dialogs.chooseToSave('report', '/x.xlsx')).toBe('/c.xlsx')
    expect(await dialogs.chooseToOpen('sheets')).toBe('/b.csv')
    expect(await dialogs.chooseToOpen('sheets')).toBeNull()
    expect(await dialogs.chooseToSave('report', '/x.xlsx')).toBeNull()
    expect([await dialogs.leaveUnsaved(), await dialogs.leaveUnsaved()]).toEqual([true, false])
  })
})
