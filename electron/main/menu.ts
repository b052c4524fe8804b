import type { CommandName } from '@shared/contract/bridge'
import type { Preferences, RecentFile } from '@shared/contract/calls'
import type { MenuItemConstructorOptions as Item } from 'electron'

/** What the menu shows and does. */
export type MenuParts = {
  readonly isMac: boolean
  readonly isWorkbookOpen: boolean
  readonly recents: readonly RecentFile[]
  readonly colorScheme: Preferences['colorScheme']
  readonly command: (name: CommandName) => void
  readonly openPath: (path: string) => void
  readonly forgetRecents: () => void
}

const separator: Item = { type: 'separator' }
const mostRecents = 10

type Make = (name: CommandName, label: string, accelerator?: string) => Item

function recentItems({ recents, openPath, forgetRecents }: MenuParts): Item[] {
  if (recents.length === 0) return [{ label: 'No workbooks yet', enabled: false }]
  const items = recents
    .slice(0, mostRecents)
    .map((file): Item => ({ label: file.name, toolTip: file.path, click: () => openPath(file.path) }))
  return [...items, separator, { label: 'Clear this list (keeps pinned)', click: forgetRecents }]
}

const fileMenu = (parts: MenuParts, always: Make, open: Make): Item => ({
  label: '&File',
  submenu: [
    always('new-workbook', '&New workbook…', 'CmdOrCtrl+N'),
    always('new-from-last-year', 'New from last &year’s plan…'),
    always('open-workbook', '&Open…', 'CmdOrCtrl+O'),
    { label: 'Open &recent', submenu: recentItems(parts) },
    always('open-sample', 'Open the &sample district'),
    separator,
    open('import', '&Import from Excel or CSV…', 'CmdOrCtrl+I'),
    open('save-version', 'Save a &version…', 'CmdOrCtrl+S'),
    open('restore-backup', 'Restore a bac&kup…'),
    separator,
    open('save-copy', 'Save a &copy…', 'CmdOrCtrl+Shift+S'),
    open('copy-for-others', 'Copy &for others…'),
    open('merge-copy', '&Merge a copy…'),
    open('beside-others', '&Beside other workbooks…'),
    open('export-tables', '&Export all tables…'),
    open('export-report', '&Board report…', 'CmdOrCtrl+E'),
    separator,
    open('close-workbook', 'C&lose the workbook', 'CmdOrCtrl+W'),
    ...(parts.isMac ? [] : [separator, { role: 'quit' } as const]),
  ],
})

const editMenu = ({ isMac }: MenuParts, open: Make): Item => ({
  label: '&Edit',
  submenu: [
    // shown only: in a text field these keys are the field's own, and the window knows where it is
    { ...open('undo', '&Undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
    { ...open('redo', '&Redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'), registerAccelerator: false },
    open('history', '&History'),
    open('versions', 'Saved &versions'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    separator,
    open('find', '&Find', 'CmdOrCtrl+F'),
    open('command-palette', '&Go to or do…', 'CmdOrCtrl+K'),
  ],
})

const schemeItem = (parts: MenuParts, scheme: Preferences['colorScheme'], label: string): Item => ({
  id: `scheme-${scheme}`,
  label,
  type: 'radio',
  checked: parts.colorScheme === scheme,
  click: () => parts.command(`scheme-${scheme}`),
})

const viewMenu = (parts: MenuParts): Item => ({
  label: '&View',
  submenu: [
    schemeItem(parts, 'light', '&Light'),
    schemeItem(parts, 'dark', '&Dark'),
    schemeItem(parts, 'auto', 'As the &system'),
    separator,
    { role: 'zoomIn' },
    // the key beside the digits, without shift
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    separator,
    { role: 'togglefullscreen' },
  ],
})

// Ctrl+M leads to the next thing to check, so minimizing has another key where Ctrl+M would be its usual one.
const windowMenu = ({ isMac }: MenuParts): Item =>
  isMac
    ? { role: 'windowMenu' }
    : {
        label: '&Window',
        submenu: [
          { role: 'minimize', accelerator: 'CmdOrCtrl+Shift+M' },
          { role: 'close', accelerator: 'Alt+F4' },
        ],
      }

const helpMenu = (always: Make): Item => ({
  role: 'help',
  label: '&Help',
  submenu: [
    always('guide', '&User guide'),
    always('shortcuts', '&Keyboard shortcuts', 'F1'),
    separator,
    always('support', 'Save a &support file…'),
    always('about', '&About Rollout Workbook'),
  ],
})

/**
 * The menu as data. Items that are commands have the command's name as id; those that need a workbook are grey without
 * one. There is no "Save": everything is saved already.
 */
export function menuTemplate(parts: MenuParts): Item[] {
  const item =
    (isEnabled: boolean): Make =>
    (name, label, accelerator) => ({
      id: name,
      label,
      enabled: isEnabled,
      click: () => parts.command(name),
      ...(accelerator === undefined ? {} : { accelerator }),
    })
  const always = item(true)
  const open = item(parts.isWorkbookOpen)
  return [
    ...(parts.isMac ? [{ role: 'appMenu' } as const] : []),
    fileMenu(parts, always, open),
    editMenu(parts, open),
    viewMenu(parts),
    windowMenu(parts),
    helpMenu(always),
  ]
}
