import type { Phase } from '../model/phase'
import { monthWords } from '../plan/month'
import type { Settings } from '../plan/settings'
import type { Figure, FigureKey } from './figure'
import { amount, counted, percent } from './figure'
import type { Forecast } from './forecast'
import type { Reached, Reach } from './reach'
import type { DistrictRun } from './run'
import { statusOverTime, type Status } from './status'

/** The names of the phases, the same everywhere. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  notStarted: 'Not started',
  pilot: 'Pilot',
  scale: 'Scale-up',
  atScale: 'At scale',
  sustained: 'Sustained',
  declining: 'Declining',
}

type Lines = { readonly share: number; readonly unitShare: number; readonly capacity: number; readonly margin: number }

/** The lines of the settings as shares 0–1. */
export const linesOf = (settings: Settings): Lines => ({
  share: settings.atScaleShare / 10_000,
  unitShare: settings.atScaleUnitShare / 10_000,
  capacity: settings.capacityLine / 10_000,
  margin: settings.watchMargin / 10_000,
})

/** Whether a district gets to scale and stays there as far as the forecast looks. */
function prospect({ phases, atScaleMonth, isAtScaleAtEnd, weakest, start, units }: Forecast, lines: Lines): Status {
  const now = phases[0]?.phase
  if (now === 'sustained') return 'done'
  if (!units.some(({ takesPart }) => takesPart)) return 'notStarted'
  if (isAtScaleAtEnd) return atScaleMonth === start ? 'done' : 'onTrack'
  if (now === 'declining') return 'offTrack'
  if (atScaleMonth !== null) return 'watch'
  return weakest.peak >= lines.share - lines.margin ? 'watch' : 'offTrack'
}

const worstFirst: readonly Status[] = ['offTrack', 'watch', 'notKnown', 'notStarted', 'onTrack', 'done']
const worst = (statuses: readonly Status[]): Status =>
  worstFirst.find((status) => statuses.includes(status)) ?? 'notKnown'

/** What a picture of several plans or shocks shows, said where it is shown. */
export const weakestDrawn =
  'Drawn is the share with fidelity at the weakest essential component, the one that the fewest carry out as intended: people count as practicing the whole program only as far as that one.'

function atScaleSentence({ atScaleMonth, isAtScaleAtEnd, weakest }: Forecast, line: number): string {
  if (atScaleMonth === null) {
    const peak = `${percent(weakest.peak)} in ${monthWords(weakest.peakMonth)}`
    return `Not at scale within the forecast: the essential component that the fewest carry out as intended gets to ${peak}, the line is ${percent(line)}.`
  }
  const stays = isAtScaleAtEnd ? 'and still at the end of the forecast' : 'but no longer at the end of the forecast'
  return `At scale from ${monthWords(atScaleMonth)}, ${stays}.`
}

function districtFigures(forecast: Forecast, lines: Lines): Figure[] {
  const [now] = forecast.phases
  const status = prospect(forecast, lines)
  const words = now ? phaseWords[now.phase] : phaseWords.notStarted
  return [
    {
      key: 'phase',
      label: 'Phase',
      value: now?.phase ?? 'notStarted',
      unit: 'phase',
      text: words,
      status: now?.phase === 'declining' ? 'offTrack' : status,
      sentence: now?.sentence ?? '',
      screen: 'schools',
    },
    {
      key: 'atScaleMonth',
      label: 'At scale',
      value: forecast.atScaleMonth,
      unit: 'month',
      text: forecast.atScaleMonth === null ? 'Not yet' : monthWords(forecast.atScaleMonth),
      status,
      sentence: atScaleSentence(forecast, lines.share),
      screen: 'if-we',
    },
  ]
}

/** A region: how many of its districts are at scale, now and ever; phases stay within a district. */
function regionFigures(runs: readonly DistrictRun[], lines: Lines): Figure[] {
  const atScaleNow = runs.filter(({ forecast }) => forecast.atScaleMonth === forecast.start).length
  const reached = runs.flatMap(({ forecast }) => forecast.atScaleMonth ?? [])
  const last = reached.length === runs.length ? (reached.toSorted().at(-1) ?? null) : null
  const status = worst(runs.map(({ forecast }) => prospect(forecast, lines)))
  const now = `${atScaleNow} of ${counted(runs.length, 'district', 'districts')}`
  const ever = `${reached.length} of ${counted(runs.length, 'district', 'districts')} get to scale within the forecast.`
  return [
    {
      key: 'phase',
      label: 'Districts at scale',
      value: atScaleNow,
      unit: 'phase',
      text: now,
      status,
      sentence: ever,
      screen: 'schools',
    },
    {
      key: 'atScaleMonth',
      label: 'All at scale',
      value: last,
      unit: 'month',
      text: last === null ? 'Not yet' : monthWords(last),
      status,
      sentence: ever,
      screen: 'if-we',
    },
  ]
}

type ReachWords = { key: FigureKey; label: string; unit: Figure['unit']; people: string }

function reachFigure({ key, label, unit, people }: ReachWords, reached: Reached | null, lines: Lines): Figure {
  const about = { key, label, unit, screen: 'schools' } as const
  if (reached === null || reached.total === 0) {
    const sentence = reached === null ? `No school says how many ${people} it has.` : 'No school takes part yet.'
    return { ...about, value: null, text: '–', status: reached === null ? 'notKnown' : 'notStarted', sentence }
  }
  const { total, now, end } = reached
  const status = statusOverTime(now / total, end / total, lines.unitShare, lines.margin)
  const sentence = `${amount(end)} of ${amount(total)} ${people} at the end of the forecast; the line is ${percent(lines.unitShare)} of schools.`
  return { ...about, value: now, text: `${amount(now)} of ${amount(total)}`, status, sentence }
}

/** Phase, month at scale, and how many schools, staff and students are at scale. */
export function progressFigures(runs: readonly DistrictRun[], reach: Reach, settings: Settings): Figure[] {
  const lines = linesOf(settings)
  const [only] = runs
  return [
    ...(only && runs.length === 1 ? districtFigures(only.forecast, lines) : regionFigures(runs, lines)),
    reachFigure(
      { key: 'schoolsAtScale', label: 'Schools at scale', unit: 'schools', people: 'schools' },
      reach.schools,
      lines,
    ),
    reachFigure(
      { key: 'staffAtScale', label: 'Staff in schools at scale', unit: 'people', people: 'staff' },
      reach.staff,
      lines,
    ),
    reachFigure(
      { key: 'studentsAtScale', label: 'Students in schools at scale', unit: 'students', people: 'students' },
      reach.students,
      lines,
    ),
  ]
}
