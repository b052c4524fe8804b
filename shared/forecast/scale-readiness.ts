import { groupBy } from '../money/grouping'
import { dayWords } from '../plan/day'
import { formatShare } from '../plan/format'
import { rowsOf, type Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import type { Row } from '../plan/tables'
import { counted } from './figure'

export type ReadinessKey =
  | 'described'
  | 'minimum'
  | 'profile'
  | 'measure'
  | 'observed'
  | 'evidence'
  | 'training'
  | 'owner'

/**
 * What has to be so before a component is brought to many schools: it is described, its essential functions and practice
 * profile are written down, and whether it is done well can be seen in practice (usable innovation; Fixsen, Blase, Metz &
 * Van Dyke 2013); beside them evidence, training that carries over, and somebody who answers for it.
 */
export const readinessQuestions: readonly {
  readonly key: ReadinessKey
  readonly title: string
  readonly question: string
}[] = [
  { key: 'described', title: 'Described', question: 'Is it written down what people do, and for whom?' },
  { key: 'minimum', title: 'Minimum', question: 'Is it clear what must be there to say that it is done at all?' },
  {
    key: 'profile',
    title: 'Profile',
    question: 'Does a practice profile show what it looks like, so that it can be taught?',
  },
  { key: 'measure', title: 'Measure', question: 'Does a measure with a line look at it?' },
  { key: 'observed', title: 'Observed', question: 'Has that measure been used in classrooms?' },
  { key: 'evidence', title: 'Evidence', question: 'Is it said what shows that it matters for students?' },
  { key: 'training', title: 'Training', question: 'Is there training with practice or coaching, which carries over?' },
  { key: 'owner', title: 'Owner', question: 'Does somebody answer for it?' },
]

/** One question about one component, with what was found. */
export type ReadinessCheck = {
  readonly key: ReadinessKey
  readonly isMet: boolean
  /** What there is, or what is lacking, in a few words. */
  readonly detail: string
  /** The row that answers it, or that has to be mended; null: the component itself, or a row still to be made. */
  readonly place: { readonly table: TableName; readonly id: string } | null
}

export type ComponentReadiness = {
  readonly componentId: string
  readonly name: string
  /** In the order of `readinessQuestions`. */
  readonly checks: readonly ReadinessCheck[]
  readonly met: number
}

const written = (key: ReadinessKey, text: string | null, what: string): ReadinessCheck => ({
  key,
  isMet: text !== null,
  detail: text ?? what,
  place: null,
})

function profileCheck({ profileExpected, profileDeveloping, profileNotAcceptable }: Row<'component'>): ReadinessCheck {
  const parts: readonly (readonly [string | null, string])[] = [
    [profileExpected, 'expected'],
    [profileDeveloping, 'developing'],
    [profileNotAcceptable, 'not acceptable'],
  ]
  const lacking = parts.filter(([text]) => text === null).map(([, words]) => words)
  const detail = lacking.length === 0 ? 'All three columns are written.' : `Not written: ${lacking.join(', ')}.`
  return { key: 'profile', isMet: lacking.length === 0, detail, place: null }
}

function measureCheck(measures: readonly Row<'fidelityMeasure'>[]): ReadinessCheck {
  const good = measures.find(({ criterionShare }) => criterionShare > 0)
  const [any] = measures
  if (good) {
    const detail = `${good.name}, line at ${formatShare(good.criterionShare)}.`
    return { key: 'measure', isMet: true, detail, place: { table: 'fidelityMeasure', id: good.id } }
  }
  const detail = any ? `${any.name} has no line.` : 'No measure looks at it.'
  return { key: 'measure', isMet: false, detail, place: any ? { table: 'fidelityMeasure', id: any.id } : null }
}

function observedCheck(observations: readonly Row<'observation'>[]): ReadinessCheck {
  const used = observations.filter(({ staffObserved }) => staffObserved > 0)
  const last = used.reduce<string | null>(
    (latest, { date }) => (latest === null || date > latest ? date : latest),
    null,
  )
  if (last === null) return { key: 'observed', isMet: false, detail: 'Not observed yet.', place: null }
  const places = new Set(used.map(({ unitId }) => unitId)).size
  const detail = `At ${counted(places, 'school', 'schools')}, last on ${dayWords(last)}.`
  return { key: 'observed', isMet: true, detail, place: null }
}

function trainingCheck(sessions: readonly Row<'session'>[]): ReadinessCheck {
  const good = sessions.filter(({ methods }) => methods.includes('practice') || methods.includes('coaching'))
  const [first] = sessions
  if (good.length > 0) {
    const detail = `${counted(good.length, 'session', 'sessions')} with practice or coaching.`
    return { key: 'training', isMet: true, detail, place: null }
  }
  const detail = first ? 'Its sessions have neither practice with feedback nor coaching.' : 'It is in no session.'
  return { key: 'training', isMet: false, detail, place: first ? { table: 'session', id: first.id } : null }
}

/** Rows by each component that their list names. */
function byComponent<R extends { readonly componentIds: readonly string[] }>(rows: readonly R[]): Map<string, R[]> {
  const pairs = rows.flatMap((row) => row.componentIds.map((id) => ({ id, row })))
  return new Map([...groupBy(pairs, ({ id }) => id)].map(([id, found]) => [id, found.map(({ row }) => row)]))
}

/** Whether the components of a plan are ready to be brought to more schools, in the planner's order. */
export function scaleReadiness(plan: Plan): ComponentReadiness[] {
  const measures = byComponent(rowsOf(plan, 'fidelityMeasure'))
  const sessions = byComponent(rowsOf(plan, 'session'))
  const observations = groupBy(rowsOf(plan, 'observation'), ({ componentId }) => componentId)
  return rowsOf(plan, 'component').map((component) => {
    const { id, name } = component
    const checks = [
      written('described', component.description, 'Not described yet.'),
      written('minimum', component.minimumPractice, 'No minimum practice yet.'),
      profileCheck(component),
      measureCheck(measures.get(id) ?? []),
      observedCheck(observations.get(id) ?? []),
      written('evidence', component.evidence, 'No evidence entered yet.'),
      trainingCheck(sessions.get(id) ?? []),
      written('owner', component.owner, 'Nobody answers for it yet.'),
    ]
    return { componentId: id, name, checks, met: checks.filter(({ isMet }) => isMet).length }
  })
}
