import type { Answer } from '@shared/contract/error'
import type { CallArgs } from '@shared/contract/calls'
import type { OpenWorkbook } from '@shared/contract/workbook'
import { call } from './bridge'
import { dropWaiting, sayFailure } from './commits'
import { say, startAt } from './interface'
import { mirrorOfOpen } from './mirror'
import { fileOf, noWorkbook, putMirror, useWorkbook } from './workbook'

/** Puts an opened workbook in place of whatever was open. */
function takeOpened(opened: OpenWorkbook): void {
  dropWaiting()
  const [notice] = opened.notices
  putMirror(mirrorOfOpen(opened), {
    file: fileOf(opened),
    target: 'plan',
    saved: { kind: 'saved', at: null },
    banner: notice === undefined ? null : { tone: 'notice', text: opened.notices.join(' '), canReopen: false },
    isOpening: false,
  })
  startAt('overview')
}

async function openBy(ask: () => Promise<Answer<OpenWorkbook | null>>): Promise<boolean> {
  useWorkbook.setState({ isOpening: true })
  const answer = await ask()
  useWorkbook.setState({ isOpening: false })
  if (!answer.ok) {
    say(answer.error.message, { tone: 'problem' })
    return false
  }
  if (!answer.value) return false
  takeOpened(answer.value)
  return true
}

/** Opens a workbook, asking for the file where no path is given; answers whether one is open now because of it. */
export const openWorkbook = (path?: string): Promise<boolean> =>
  openBy(() => call('workbook.open', path === undefined ? {} : { path }))

/** Opens a fresh copy of the sample district. */
export const openSample = (): Promise<boolean> => openBy(() => call('workbook.openSample', {}))

/** Makes a new workbook, asking where to keep it. */
export const createWorkbook = (district: CallArgs<'workbook.create'>): Promise<boolean> =>
  openBy(() => call('workbook.create', district))

/** Closes the workbook; everything is saved already. */
export async function closeWorkbook(): Promise<void> {
  const { file } = useWorkbook.getState()
  if (!file) return
  dropWaiting()
  useWorkbook.setState(noWorkbook)
  const answer = await call('workbook.close', { sessionId: file.sessionId })
  if (!answer.ok) sayFailure(answer.error)
}

/** Saves a copy of the workbook elsewhere; the one that is open stays open. */
export async function saveCopy(): Promise<void> {
  const { file } = useWorkbook.getState()
  if (!file) return
  const answer = await call('workbook.saveCopy', { sessionId: file.sessionId })
  if (!answer.ok) say(answer.error.message, { tone: 'problem' })
  else if (answer.value)
    say('A copy was saved. You go on working in the workbook that was open.', { path: answer.value.path })
}
