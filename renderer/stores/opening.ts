import type { Answer, Failure } from '@shared/contract/error'
import type { CallArgs, CopyChoices } from '@shared/contract/calls'
import { offerSchema, type Backup, type OpenWorkbook } from '@shared/contract/workbook'
import { diff } from '@shared/plan/algebra'
import { emptyPlan, type Plan } from '@shared/plan/plan'
import { planFromText } from '@shared/plan/plan-text'
import { call } from './bridge'
import { dropWaiting, sayFailure } from './commits'
import { openDialog, say, startAt } from './interface'
import { mayLeave } from './leaving'
import { mirrorOfOpen } from './mirror'
import { isOpenNow } from './session'
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
  })
  startAt('overview')
}

/** Says why a workbook cannot be opened, with the offer of its latest backup where there is one. */
function tellOrOffer({ message, details }: Failure): void {
  const offer = offerSchema.safeParse(details)
  if (offer.success) openDialog({ kind: 'offer-backup', problem: message, offer: offer.data })
  else say(message, { tone: 'problem' })
}

// who opens another while one is being opened has changed their mind: the first is over before the second
let openings = 0
function countOpenings(more: 1 | -1): void {
  openings += more
  useWorkbook.setState({ isOpening: openings > 0 })
}

async function openBy(ask: () => Promise<Answer<OpenWorkbook | null>>): Promise<boolean> {
  if (!(await mayLeave())) return false
  countOpenings(1)
  const answer = await ask()
  countOpenings(-1)
  if (!answer.ok) {
    tellOrOffer(answer.error)
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

/** A new workbook that begins with a plan; asks where to keep it. */
export const createFrom = (name: string, plan: Plan): Promise<boolean> =>
  openBy(() => call('workbook.createFrom', { name, changes: diff(emptyPlan, plan) }))

/** The plan of another workbook, with the file it is in. */
export type PeekedPlan = { readonly path: string; readonly name: string; readonly plan: Plan }

/** The plan in another workbook, which stays as it is; null where none was chosen or it cannot be read, which is said. */
export async function peekAt(path?: string): Promise<PeekedPlan | null> {
  const answer = await call('workbook.peek', path === undefined ? {} : { path })
  if (!answer.ok) say(answer.error.message, { tone: 'problem' })
  if (!answer.ok || !answer.value) return null
  const { name, plan } = answer.value
  return { path: answer.value.path, name, plan: planFromText(plan) }
}

/** The automatic backups of the open workbook, the latest first; null where they cannot be listed, which is said. */
export async function listBackups(): Promise<readonly Backup[] | null> {
  const { file } = useWorkbook.getState()
  const answer = file ? await call('backup.list', { sessionId: file.sessionId }) : null
  if (answer && !answer.ok) sayFailure(answer.error)
  return answer?.ok ? answer.value : null
}

/** Puts a backup in place of a workbook and opens it; the file that was there is kept beside it. */
export const restoreBackup = (path: string, backupId: string): Promise<boolean> =>
  openBy(() => call('backup.restore', { path, backupId }))

/** Saves a copy to hand on, without what is not for others. */
export async function copyForOthers(choices: CopyChoices): Promise<void> {
  const { file } = useWorkbook.getState()
  if (!file) return
  const answer = await call('workbook.copyForOthers', { sessionId: file.sessionId, choices })
  if (!answer.ok) say(answer.error.message, { tone: 'problem' })
  else if (answer.value)
    say('A copy for others was saved. You go on working in your own workbook.', { path: answer.value.path })
}

/** Closes the workbook once everything is saved; where that cannot be, only if the planner says so. Answers whether none is open now. */
export async function closeWorkbook(): Promise<boolean> {
  const { file } = useWorkbook.getState()
  if (!file) return true
  if (!(await mayLeave()) || !isOpenNow(file.sessionId)) return useWorkbook.getState().file === null
  dropWaiting()
  useWorkbook.setState(noWorkbook)
  const answer = await call('workbook.close', { sessionId: file.sessionId })
  if (!answer.ok) sayFailure(answer.error)
  return true
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
