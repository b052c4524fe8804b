import { counted } from '../../forecast/figure'
import { rowsOf } from '../../plan/plan'
import { tables } from '../../plan/tables'
import { paragraph, table } from '../blocks'
import { privacyFor, type Privacy } from '../privacy'
import type { Block, ReportCell, ReportSection } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'

const componentTable = ({ plan }: PlanFacts, privacy: Privacy): Block[] =>
  table({
    id: 'components',
    title: 'What has to be in place',
    columns: [
      { label: 'Component', kind: 'text' },
      { label: 'The least that counts', kind: 'longText' },
      { label: 'Why it is believed to work', kind: 'longText' },
      { label: 'Weight', kind: 'decimal' },
      { label: 'Answers for it', kind: 'text' },
    ],
    rows: rowsOf(plan, 'component').map(({ name, isCore, minimumPractice, evidence, contributionWeight, owner }) => [
      isCore ? name : `${name} (may be adapted)`,
      minimumPractice ?? 'Not written down yet',
      evidence ?? 'No evidence noted yet',
      contributionWeight,
      privacy.owner(owner),
    ]),
  })

const stageOptions = tables.stage.fields.stage.options

/** How many schools stand at which stage with each component, as the planner sees them. */
const stageTable = ({ plan }: PlanFacts): Block[] => {
  const stages = rowsOf(plan, 'stage')
  if (stages.length === 0) return []
  const schools = rowsOf(plan, 'unit').filter(({ kind }) => kind === 'school')
  const ids = new Set(schools.map(({ id }) => id))
  const rows = rowsOf(plan, 'component').map(({ id, name }): ReportCell[] => {
    const mine = stages.filter(({ componentId, unitId }) => componentId === id && ids.has(unitId))
    const counts = Object.keys(stageOptions).map((stage) => mine.filter((row) => row.stage === stage).length)
    return [name, ...counts, schools.length - mine.length]
  })
  return table({
    id: 'stages',
    title: 'Schools by stage, as the team sees them',
    columns: [
      { label: 'Component', kind: 'text' },
      ...Object.values(stageOptions).map((label) => ({ label, kind: 'count' as const })),
      { label: 'Not begun', kind: 'count' },
    ],
    rows,
  })
}

/** The stage of every school with each component; too wide for paper. */
const stageMatrix = ({ plan }: PlanFacts): Block[] => {
  const components = rowsOf(plan, 'component')
  const stages = new Map(rowsOf(plan, 'stage').map((row) => [`${row.unitId} ${row.componentId}`, row.stage]))
  if (stages.size === 0) return []
  return table({
    id: 'stage-matrix',
    title: 'Stage of every school, as the team sees it',
    columns: [
      { label: 'School', kind: 'text' },
      ...components.map(({ name }) => ({ label: name, kind: 'text' as const })),
    ],
    rows: rowsOf(plan, 'unit')
      .filter(({ kind }) => kind === 'school')
      .map((school): ReportCell[] => [
        school.name,
        ...components.map(({ id }) => {
          const stage = stages.get(`${school.id} ${id}`)
          return stage === undefined ? 'Not begun' : stageOptions[stage]
        }),
      ]),
    isInExcelOnly: true,
  })
}

/** That these are three things is what the whole report rests on. */
const phaseTerms: Block = {
  kind: 'terms',
  title: 'Pilot, at scale and sustained are different things',
  terms: [
    { word: 'Pilot', text: 'A few schools try the practice out. What they teach shapes what the others get.' },
    {
      word: 'At scale',
      text: 'Most people in most schools carry the practice out as it is intended, at every essential component.',
    },
    {
      word: 'Sustained',
      text: 'It stays that way for years, without one-time money and without depending on any one leader.',
    },
  ],
}

/** What we are doing and why: the components with the least that counts, and what the phases mean. */
export const whatSection = (facts: ReportFacts): ReportSection => {
  const { subject } = facts
  const components = rowsOf(subject.plan, 'component')
  const core = components.filter(({ isCore }) => isCore).length
  return {
    id: 'what',
    name: 'What and why',
    title: `${counted(components.length, 'component has', 'components have')} to be in place, ${core} of them everywhere`,
    blocks: [
      paragraph(
        'A practice spreads through its essential components: what people can be seen doing. Each has a least practice that counts, and a reason to believe that it matters.',
      ),
      ...componentTable(subject, privacyFor(facts)),
      ...stageTable(subject),
      ...stageMatrix(subject),
      phaseTerms,
    ],
  }
}
