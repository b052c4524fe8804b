import { join } from 'node:path'
import type { News } from '@shared/contract/bridge'
import type { CallArgs } from '@shared/contract/calls'
import type { AboutWorkbook, OpenWorkbook } from '@shared/contract/workbook'
import { rowsOf } from '@shared/plan/plan'
import { planFromText, type PlanText } from '@shared/plan/plan-text'
import { workbookHost, type WorkbookHost } from '../../../electron/main/workbook-host'
import { idSource } from '../../fixtures/ids'
import { addSchool, good, makeFolder, start } from '../../fixtures/workbook'
import { serveWorkbooks, type Served } from './served-workbook'

/** A workbook host over real workbooks, with what it told and remembered. */
export type Office = {
  host: WorkbookHost
  served: Served
  folder: string
  news: News[]
  remembered: AboutWorkbook[]
  clock: { milliseconds: number }
}

export function makeOffice(): Office {
  const served = serveWorkbooks()
  const office = { served, folder: makeFolder(), news: [], remembered: [], clock: { milliseconds: 0 } } as Omit<
    Office,
    'host'
  >
  const host = workbookHost({
    fork: served.fork,
    now: () => office.clock.milliseconds,
    newId: idSource(7),
    tell: (news) => void office.news.push(news),
    onChange: () => undefined,
    onClosing: async (workbook) => void office.remembered.push(workbook),
  })
  return { ...office, host }
}

export const never = new AbortController().signal

export const create = async ({ host, folder }: Office, name = 'Willow Creek'): Promise<OpenWorkbook> =>
  good(await host.open('workbook.create', { path: join(folder, `${name}.rollout`), start }, never))

export const addTo = (workbook: OpenWorkbook, school: string): CallArgs<'workbook.commit'> => ({
  sessionId: workbook.sessionId,
  target: 'plan',
  code: 'edit',
  label: `Add ${school}`,
  changes: [addSchool(school)],
})

export const schoolsOf = (plan: PlanText): string[] => rowsOf(planFromText(plan), 'unit').map((unit) => unit.name)

export const read = (office: Office, sessionId: string) =>
  office.host.ask('workbook.plan', { sessionId, target: 'plan' })
