import { commandNames, type CommandName } from '@shared/contract/bridge'
import type { MenuItemConstructorOptions as Item } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate, type MenuParts } from '../../../electron/main/menu'

function makeMenu(more: Partial<MenuParts> = {}) {
  const commands: CommandName[] = []
  const opened: string[] = []
  let forgotten = 0
  const template = menuTemplate({
    isMac: false,
    isWorkbookOpen: true,
    recents: [],
    colorScheme: 'auto',
    command: (name) => void commands.push(name),
    openPath: (path) => void opened.push(path),
    forgetRecents: () => void forgotten++,
    ...more,
  })
  const all = (items: readonly Item[]): Item[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])
  return { items: all(template), commands, opened, forgotten: () => forgotten }
}

const click = (item: Item | undefined): void => (item?.click as (() => void) | undefined)?.()

describe('the menu', () => {
  it('has every command once, and each does what it says', () => {
    const menu = makeMenu()
    const known = new Set<string>(commandNames)
    const items = menu.items.filter((item) => known.has(item.id ?? ''))
    for (const item of items) click(item)
    expect(items).toHaveLength(commandNames.length)
    expect(menu.commands.toSorted()).toEqual([...commandNames].toSorted())
    expect(menu.commands).toEqual(items.map((item) => item.id))
  })

  it('uses no key twice', () => {
    const keys = makeMenu().items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has no way to save, for everything is saved', () => {
    expect(makeMenu().items.map((item) => item.label?.replace('&', ''))).not.toContain('Save')
  })

  it('is grey where a workbook is needed and none is open', () => {
    const grey = makeMenu({ isWorkbookOpen: false }).items.flatMap((item) => (item.enabled === false ? [item.id] : []))
    expect(grey).toContain('undo')
    expect(grey).toContain('export-report')
    expect(grey).not.toContain('open-workbook')
    expect(grey).not.toContain('open-sample')
  })

  it('opens recent workbooks and forgets them', () => {
    const recents = [{ path: '/a.rollout', name: 'Lake', openedAt: '', isPinned: false, summary: null }]
    const menu = makeMenu({ recents })
    click(menu.items.find((item) => item.label === 'Lake'))
    click(menu.items.find((item) => item.label?.startsWith('Clear')))
    expect(menu.opened).toEqual(['/a.rollout'])
    expect(menu.forgotten()).toBe(1)
  })

  it('shows which colours are chosen', () => {
    const chosen = makeMenu({ colorScheme: 'dark' }).items.filter((item) => item.checked)
    expect(chosen.map((item) => item.id)).toEqual(['scheme-dark'])
  })
})
