import { dialog, type BrowserWindow } from 'electron'
import { fileKinds, withEnding, type FileKind } from './file-name'

/** Asks a person; for a file: null when the dialog was closed without choosing. */
export type Dialogs = {
  readonly chooseToOpen: (kind: FileKind) => Promise<string | null>
  /** `suggestion` is a whole path. The answer has the kind's ending. */
  readonly chooseToSave: (kind: FileKind, suggestion: string) => Promise<string | null>
  /** The window is to be closed while edits are not saved: whether it is closed without them. */
  readonly leaveUnsaved: () => Promise<boolean>
}

const openTitles: Record<FileKind, string> = {
  workbook: 'Open a workbook',
  sheets: 'Choose a spreadsheet to import',
  tables: 'Choose a spreadsheet',
  report: 'Choose a report',
  pdf: 'Choose a PDF document',
  support: 'Choose a text file',
}
const saveTitles: Record<FileKind, string> = {
  workbook: 'Where to keep the workbook',
  sheets: 'Save the spreadsheet',
  tables: 'Export all tables',
  report: 'Save the board report',
  pdf: 'Save the board report as a PDF',
  support: 'Save a support file',
}

const filters = (kind: FileKind): { name: string; extensions: string[] }[] => [
  { name: fileKinds[kind].words, extensions: [...fileKinds[kind].endings] },
]

/** The system's own dialogs, over the window. */
export const systemDialogs = (window: () => BrowserWindow | null): Dialogs => ({
  chooseToOpen: async (kind) => {
    const options: Electron.OpenDialogOptions = {
      title: openTitles[kind],
      filters: filters(kind),
      properties: ['openFile'],
    }
    const over = window()
    const chosen = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options))
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  },
  chooseToSave: async (kind, suggestion) => {
    const options: Electron.SaveDialogOptions = {
      title: saveTitles[kind],
      filters: filters(kind),
      defaultPath: suggestion,
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    }
    const over = window()
    const chosen = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
    return chosen.canceled || chosen.filePath === '' ? null : withEnding(chosen.filePath, kind)
  },
  leaveUnsaved: async () => {
    const options: Electron.MessageBoxOptions = {
      type: 'warning',
      title: 'Not everything is saved',
      message: 'Some changes are not saved: the file could not be written, or takes long to answer.',
      detail:
        'Everything before them is safe in the file. If you stay, you can try again at the foot of the window once the file can be written. If you close without them, you will have to make them again.',
      buttons: ['Stay', 'Close without them'],
      defaultId: 0,
      cancelId: 0,
    }
    const over = window()
    const { response } = await (over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options))
    return response === 1
  },
})
