import type { CommandName } from '@shared/contract/bridge'
import { canStep, redo, undo } from '../stores/commits'
import { exportTables } from '../stores/table-export'
import { goToNextThing, hasThings } from '../stores/checks'
import {
  goBack,
  goForward,
  goTo,
  openDialog,
  openImport,
  setScheme,
  showRecords,
  startAt,
  useInterface,
} from '../stores/interface'
import { explainHere } from '../stores/explanation'
import { closeWorkbook, openSample, openWorkbook, saveCopy } from '../stores/opening'
import { closePanel, showDetails } from '../stores/panel'
import { screenIds, type ScreenId } from '../stores/screen-id'
import { isLocked, showTarget, useWorkbook } from '../stores/workbook'
import { commandBox } from './command-box'
import { findBox } from './find-box'
import { screens } from './screens'

export type Command = {
  readonly id: string
  readonly label: string
  readonly group: 'Go to' | 'Edit' | 'Plan' | 'File' | 'View' | 'Help'
  /** How it is written in the list of shortcuts: "Ctrl+Z"; null where it has none. */
  readonly keys: string | null
  readonly run: () => void
  /** False where it would do nothing now; it is then left out of the search. */
  readonly canRun: () => boolean
}

const isOpen = (): boolean => useWorkbook.getState().file !== null
const isEditable = (): boolean => !isLocked(useWorkbook.getState())
const always = (): boolean => true

// the first nine of the usual way through a plan; the others are a search away
const numbered: readonly ScreenId[] = [
  'overview',
  'components',
  'schools',
  'timeline',
  'sessions',
  'people',
  'money',
  'fidelity',
  'if-we',
]

/** The keys that lead to a screen: "Ctrl+1"; null where there are none. */
export function keysOfScreen(id: ScreenId): string | null {
  const place = numbered.indexOf(id)
  return place === -1 ? null : `Ctrl+${place + 1}`
}

const toScreens: readonly Command[] = screenIds.map((id) => ({
  id: `go-${id}`,
  label: screens[id].label,
  group: 'Go to',
  keys: keysOfScreen(id),
  run: () => goTo(id),
  canRun: isOpen,
}))

const command = (
  id: string,
  group: Command['group'],
  label: string,
  keys: string | null,
  run: () => void,
  canRun = always,
): Command => ({ id, label, group, keys, run, canRun })

/** To Home, once everything is saved. */
const newWorkbook = (): void => {
  void closeWorkbook().then((isClosed) => isClosed && startAt('overview'))
}

const plain: readonly Command[] = [
  command('back', 'Go to', 'Back', 'Alt+Left', goBack, () => isOpen() && useInterface.getState().past.length > 0),
  command('forward', 'Go to', 'Forward', 'Alt+Right', goForward, () => useInterface.getState().future.length > 0),
  command('next-thing', 'Go to', 'Next thing to check', 'Ctrl+M', goToNextThing, () => isOpen() && hasThings()),
  command(
    'undo',
    'Edit',
    'Undo',
    'Ctrl+Z',
    () => void undo(),
    () => canStep('undo'),
  ),
  command(
    'redo',
    'Edit',
    'Redo',
    'Ctrl+Y',
    () => void redo(),
    () => canStep('redo'),
  ),
  command('find-rows', 'Edit', 'Find in the workbook', 'Ctrl+Shift+F', findBox.open, isOpen),
  command('row-details', 'Edit', 'Details of the row', 'Ctrl+Enter', showDetails, isOpen),
  command('explain', 'View', 'Explain a figure', 'Alt+E', explainHere, isOpen),
  command('close-details', 'View', 'Close the details', null, closePanel, () => useInterface.getState().isPanelOpen),
  command('history', 'Edit', 'History of changes', null, () => showRecords('history'), isOpen),
  command('versions', 'Edit', 'Saved versions', null, () => showRecords('versions'), isOpen),
  command(
    'current-plan',
    'Plan',
    'Show the current plan',
    null,
    () => showTarget('plan'),
    () => useWorkbook.getState().target !== 'plan',
  ),
  command('import', 'File', 'Import from a spreadsheet…', 'Ctrl+I', () => openImport(), isEditable),
  command('export-tables', 'File', 'Export all tables to Excel…', null, () => void exportTables(), isOpen),
  command('export-report', 'File', 'Make the board report', 'Ctrl+E', () => goTo('reports'), isOpen),
  command('save-copy', 'File', 'Save a copy…', 'Ctrl+Shift+S', () => void saveCopy(), isOpen),
  command('save-version', 'File', 'Save a version…', 'Ctrl+S', () => openDialog({ kind: 'save-version' }), isEditable),
  command('merge-copy', 'File', 'Merge a copy…', null, () => openDialog({ kind: 'merge-copy' }), isEditable),
  command(
    'beside-others',
    'File',
    'Beside other workbooks…',
    null,
    () => openDialog({ kind: 'beside-others' }),
    isOpen,
  ),
  command('copy-for-others', 'File', 'Copy for others…', null, () => openDialog({ kind: 'copy-for-others' }), isOpen),
  command(
    'restore-backup',
    'File',
    'Restore a backup…',
    null,
    () => openDialog({ kind: 'restore-backup' }),
    isEditable,
  ),
  command('new-from-last-year', 'File', 'New from last year’s plan…', null, () =>
    openDialog({ kind: 'new-from-last-year' }),
  ),
  command('new-workbook', 'File', 'New workbook…', 'Ctrl+N', newWorkbook),
  command('open-workbook', 'File', 'Open a workbook…', 'Ctrl+O', () => void openWorkbook()),
  command('open-sample', 'File', 'Open the sample district', null, () => void openSample()),
  command('close-workbook', 'File', 'Close the workbook', 'Ctrl+W', () => void closeWorkbook(), isOpen),
  command('scheme-light', 'View', 'Light colors', null, () => void setScheme('light')),
  command('scheme-dark', 'View', 'Dark colors', null, () => void setScheme('dark')),
  command('scheme-auto', 'View', 'Colors as the system has them', null, () => void setScheme('auto')),
  command('command-palette', 'Help', 'Search and commands', 'Ctrl+K', commandBox.open, isOpen),
  command('guide', 'Help', 'User guide', null, () => openDialog({ kind: 'guide' })),
  command('shortcuts', 'Help', 'Keyboard shortcuts', 'F1', () => openDialog({ kind: 'shortcuts' })),
  command('model-card', 'Help', 'How the forecast works', null, () => openDialog({ kind: 'model-card' })),
  command('support', 'Help', 'Save a support file…', null, () => openDialog({ kind: 'support' })),
  command('about', 'Help', 'About Rollout Workbook', null, () => openDialog({ kind: 'about' })),
]

/** Everything that the window can be asked to do, for the search, the keyboard and the menu alike. */
export const commands: readonly Command[] = [...toScreens, ...plain]

const byId: ReadonlyMap<string, Command> = new Map(commands.map((c) => [c.id, c]))

/** Carries a command out where it makes sense now. */
export function runCommand(id: CommandName | (string & {})): void {
  const found = byId.get(id)
  if (found?.canRun()) found.run()
}
