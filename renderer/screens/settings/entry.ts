import type { Parameter } from '@shared/model/parameter'
import { parameterTable } from '@shared/model/parameters'
import { settings, settingText, type SettingKey } from '@shared/plan/settings'

/** A number as the planner types it: what is kept is what was typed × `scale`. Bounds are of what is kept. */
export type NumberEditor = {
  readonly kind: 'number'
  /** Before and after the typed number: "$", "%"; both may be empty. */
  readonly prefix: string
  readonly suffix: string
  /** What the number counts, in words: "hours per person and month"; empty where prefix or suffix say it. */
  readonly unit: string
  readonly scale: number
  readonly isWhole: boolean
  readonly min: number
  readonly isMinAllowed: boolean
  /** Null: no upper limit. */
  readonly max: number | null
}
export type ChoiceEditor = {
  readonly kind: 'choice'
  readonly options: readonly { readonly value: string; readonly label: string }[]
}
export type MonthsEditor = { readonly kind: 'months'; readonly sumsToOne: boolean }
export type Editor = NumberEditor | ChoiceEditor | MonthsEditor

/** A setting of the plan or a parameter of the model, as the planner meets it. */
export type Entry = {
  readonly table: 'setting' | 'parameter'
  readonly key: string
  readonly label: string
  readonly help: string
  readonly editor: Editor
  /** The default as a row would keep it. */
  readonly defaultText: string
  /** Lowest and highest plausible value of the default, in the unit that is kept; null where it is taken as certain. */
  readonly low: number | null
  readonly high: number | null
  readonly source: string
  readonly grade: 'A' | 'B' | 'C'
}

export type EntryGroup = { readonly title: string; readonly entries: readonly Entry[] }

const plainNumber = { kind: 'number', prefix: '', suffix: '', unit: '', scale: 1, isWhole: false } as const

function settingEditor(key: SettingKey): Editor {
  const { field } = settings[key]
  switch (field.kind) {
    case 'share':
      return {
        ...plainNumber,
        suffix: '%',
        scale: 100,
        isWhole: true,
        isMinAllowed: true,
        min: field.min,
        max: field.max,
      }
    case 'money':
      return {
        ...plainNumber,
        prefix: '$',
        unit: field.unit,
        scale: 100,
        isWhole: true,
        min: 0,
        isMinAllowed: true,
        max: null,
      }
    case 'number':
      return {
        ...plainNumber,
        unit: field.unit,
        isWhole: field.isWhole,
        min: field.min,
        isMinAllowed: true,
        max: field.max,
      }
    case 'choice':
      return { kind: 'choice', options: Object.entries(field.options).map(([value, label]) => ({ value, label })) }
    default:
      return { kind: 'months', sumsToOne: field.sumsToOne }
  }
}

function settingEntry(key: SettingKey): Entry {
  const { field, value, low, high, source, grade } = settings[key]
  const { label, help } = field
  return {
    table: 'setting',
    key,
    label,
    help,
    editor: settingEditor(key),
    defaultText: settingText(value),
    low,
    high,
    source,
    grade,
  }
}

function parameterEditor(parameter: Parameter): Editor {
  if (parameter.kind === 'choice') return { kind: 'choice', options: parameter.choices }
  const share = /^share(?: (.*))?$/.exec(parameter.unit)
  const unit = share ? (share[1] ?? '') : parameter.unit === 'no unit' ? '' : parameter.unit
  return { ...plainNumber, ...parameter.allowed, unit, ...(share ? { suffix: '%', scale: 0.01 } : {}) }
}

function parameterEntry(parameter: Parameter): Entry {
  const { key, label, help, source, grade } = parameter
  const { low, high } = parameter.kind === 'number' ? parameter : { low: null, high: null }
  const defaultText = String(parameter.value)
  return {
    table: 'parameter',
    key,
    label,
    help,
    editor: parameterEditor(parameter),
    defaultText,
    low,
    high,
    source,
    grade,
  }
}

type GroupKeys = readonly (readonly [title: string, keys: readonly string[]])[]

/** Entries under the headings that name their keys; those that none names come last, under "Others". */
function grouped(entries: readonly Entry[], groups: GroupKeys): EntryGroup[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const named = groups.map(([title, keys]) => ({ title, entries: keys.flatMap((key) => byKey.get(key) ?? []) }))
  const known = new Set(groups.flatMap(([, keys]) => keys))
  const others = entries.filter(({ key }) => !known.has(key))
  return others.length === 0 ? named : [...named, { title: 'Others', entries: others }]
}

/** Every setting of the plan, by what it is about. */
export const settingGroups: readonly EntryGroup[] = grouped((Object.keys(settings) as SettingKey[]).map(settingEntry), [
  ['Lines', ['atScaleShare', 'atScaleUnitShare', 'sustainMonths', 'capacityLine', 'watchMargin']],
  ['People who come and go', ['defaultTurnover', 'turnoverFactor', 'defaultOnboarding', 'leaving']],
  [
    'Time, training and systems',
    ['hoursPerFteMonth', 'practitionerTimeShare', 'systemsFteNeeded', 'trainingProfile', 'calendar', 'hoursPerDay'],
  ],
  ['Money', ['unfundedPolicy', 'payGrowth', 'benefitRate', 'contingency', 'substituteDayCents', 'stipendHourCents']],
  ['Reports and the likely range', ['suppressBelow', 'draws', 'seed']],
])

/** Every parameter of the model, by what it is about. */
export const parameterGroups: readonly EntryGroup[] = grouped(parameterTable.map(parameterEntry), [
  [
    'Taking it up',
    ['spontaneousUptake', 'peerInfluence', 'tippingThreshold', 'tippingSteepness', 'peerResponse', 'schoolPeerWeight'],
  ],
  ['Doing it well, and drifting', ['skillFromSystems', 'skillFromCoaching', 'fidelityDrift', 'lapse']],
  ['Coaching', ['coachingHoursTrained', 'coachingHoursUsing', 'coachingHoursFidelity']],
  ['Systems and leaders', ['capacityGainMonths', 'capacityLossMonths', 'leaderTurnover']],
  ['New staff', ['hiringLagMonths', 'carryIn']],
])
