import { readFileSync, writeFileSync } from 'node:fs'
import type { Dialogs } from './dialogs'
import { withEnding } from './file-name'

type Answers = { open: string[]; save: string[]; leave: string[] }

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

function read(file: string): Answers {
  const answers: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof answers !== 'object' || answers === null) return { open: [], save: [], leave: [] }
  return {
    open: texts(Reflect.get(answers, 'open')),
    save: texts(Reflect.get(answers, 'save')),
    leave: texts(Reflect.get(answers, 'leave')),
  }
}

function take(file: string, what: keyof Answers): string | null {
  const answers = read(file)
  const first = answers[what].shift() ?? null
  writeFileSync(file, JSON.stringify(answers))
  return first
}

/**
 * Dialogs that a test answers beforehand, in a JSON file `{ "open": [paths], "save": [paths], "leave": ["yes"] }`:
 * each one takes the first that is left; none left is a dialog closed without choosing.
 */
export const answeredDialogs = (file: string): Dialogs => ({
  chooseToOpen: async () => take(file, 'open'),
  chooseToSave: async (kind) => {
    const path = take(file, 'save')
    return path === null ? null : withEnding(path, kind)
  },
  leaveUnsaved: async () => take(file, 'leave') === 'yes',
})
