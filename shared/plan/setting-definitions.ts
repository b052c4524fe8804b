import { choice, number, requiredChoice, share, type ChoiceField, type NumberField, type ShareField } from './field'

type SettingField = ShareField | NumberField | ChoiceField | MoneySetting | MonthShares
type MoneySetting = { readonly kind: 'money'; readonly label: string; readonly help: string; readonly unit: string }
type MonthShares = {
  readonly kind: 'monthShares'
  readonly label: string
  readonly help: string
  readonly sumsToOne: boolean
}
/** What a setting may be: a number in its unit, one of its options, or twelve shares. */
export type SettingValue = number | string | readonly number[]

/** One setting: what it is, its value until the planner changes it, how sure that is, and where it comes from. */
export type SettingDefinition<D extends SettingValue = SettingValue> = {
  readonly field: SettingField
  readonly value: D
  readonly low: number | null
  readonly high: number | null
  readonly source: string
  readonly grade: 'A' | 'B' | 'C'
}

const define = <const D extends SettingValue>(
  field: SettingField,
  value: D,
  range: readonly [number, number] | null,
  grade: 'A' | 'B' | 'C',
  source: string,
): SettingDefinition<D> => ({ field, value, low: range?.[0] ?? null, high: range?.[1] ?? null, grade, source })

const defineChoice = <const O extends string>(
  field: ChoiceField<O>,
  value: NoInfer<O>,
  grade: 'A' | 'B' | 'C',
  source: string,
): SettingDefinition<O> => ({ field, value, low: null, high: null, source, grade })

const dollars = (label: string, help: string, unit: string): MoneySetting => ({ kind: 'money', label, help, unit })
const months = (label: string, help: string, sumsToOne: boolean): MonthShares => ({
  kind: 'monthShares',
  label,
  help,
  sumsToOne,
})

/**
 * Every setting of a plan and its default. Shares are basis points, money cents, lists twelve shares with January first.
 * Ranges (low–high) are in the unit of the value. Sources: see the model card.
 */
export const settings = {
  atScaleShare: define(
    share({
      label: 'At-scale line',
      help: 'Share of people practicing with fidelity from which the district counts as at scale.',
    }),
    5000,
    [5000, 8000],
    'A',
    'Majority rule: half of the intended practitioners (NIRN, full implementation)',
  ),
  atScaleUnitShare: define(
    share({ label: 'Schools at the line', help: 'Share of schools that have to reach the line too.' }),
    8000,
    [6000, 10_000],
    'C',
    "Planner's assumption: evidence in all our systems",
  ),
  sustainMonths: define(
    number({
      label: 'Holds for',
      help: 'Months in a row that count as sustained.',
      unit: 'months',
      min: 1,
      max: 120,
      isWhole: true,
    }),
    24,
    [12, 36],
    'C',
    "Planner's assumption",
  ),
  capacityLine: define(
    share({ label: 'Capacity line', help: 'Capacity from which systems count as in place.' }),
    8000,
    [7000, 9000],
    'A',
    'District Capacity Assessment, suggested target (MiMTSS)',
  ),
  defaultTurnover: define(
    share({ label: 'Leave in a year', help: 'Yearly turnover where a staff group has no figure of its own.' }),
    1600,
    [800, 3000],
    'A',
    'NCES 2021-22: 84 % of teachers stay',
  ),
  turnoverFactor: define(
    number({
      label: 'Turnover factor',
      help: 'Multiplies the turnover of every staff group; 1 leaves it as it is.',
      unit: '×',
      min: 0,
      max: 5,
    }),
    1,
    [0.5, 1.7],
    'C',
    "Planner's assumption",
  ),
  defaultOnboarding: define(
    share({
      label: 'New staff trained',
      help: 'Share of new staff trained on arrival where a staff group has no figure of its own.',
    }),
    5000,
    [0, 10_000],
    'C',
    "Planner's assumption",
  ),
  unfundedPolicy: defineChoice(
    requiredChoice({
      label: 'Months without funds',
      help: 'Whether a position or cost whose funding has ended stops, or goes on as an unfunded gap.',
      options: { stop: 'It stops', continue: 'It goes on, unfunded' },
    }),
    'stop',
    'C',
    "Planner's assumption",
  ),
  hoursPerFteMonth: define(
    number({
      label: 'Hours of an FTE',
      help: 'Working hours of a full-time post in a full month.',
      unit: 'hours',
      min: 1,
      max: 250,
    }),
    140,
    [120, 160],
    'C',
    "Planner's assumption",
  ),
  practitionerTimeShare: define(
    share({ label: 'Time with practitioners', help: "Share of a coach's time spent with those who practice." }),
    6000,
    [4000, 7500],
    'C',
    'Between a district rule of 75 % and what is usually seen',
  ),
  systemsFteNeeded: define(
    number({
      label: 'System builders needed',
      help: 'Full-time equivalents that building the systems takes.',
      unit: 'FTE',
      min: 0.1,
      max: 100,
    }),
    3,
    [2, 5],
    'A',
    'Implementation team of at least three full-time people (NIRN)',
  ),
  calendar: define(
    months('School calendar', 'Share of a full month of instruction, January first.', false),
    [1, 1, 1, 1, 1, 0.4, 0, 0.6, 1, 1, 0.9, 0.7] as readonly number[],
    null,
    'C',
    'A usual school year, August to early June',
  ),
  leaving: define(
    months('When people leave', 'Share of the leavers of a year by month, January first; sums to 1.', true),
    [0.02, 0.02, 0.02, 0.02, 0.05, 0.45, 0.25, 0.1, 0.03, 0.02, 0.01, 0.01] as readonly number[],
    null,
    'C',
    'Most leave at the end of the school year',
  ),
  trainingProfile: defineChoice(
    choice({
      label: 'Training profile',
      help: 'Which published table says how much training carries over into practice.',
      options: {
        tempered: 'Joyce & Showers 2002, coaching tempered',
        alternative: 'Alternative table (.05/.10/.20/.60)',
      },
    }),
    'tempered',
    'A',
    'Joyce & Showers 2002; estimates, not trial results',
  ),
  payGrowth: define(
    share({ label: 'Pay growth', help: 'Yearly rise of pay, from the second fiscal year on.', max: 3000 }),
    300,
    [200, 500],
    'A',
    'NEA 2023-24: 3.8 %, starting pay 3.0 %',
  ),
  benefitRate: define(
    share({
      label: 'Benefits',
      help: 'Benefits as a share of pay where a position has no figure of its own.',
      max: 20_000,
    }),
    4100,
    [3000, 5500],
    'A',
    'NCES: benefits 23 of 56 percent of current spending on salaries',
  ),
  contingency: define(
    share({ label: 'Contingency', help: 'Added to cost lines and sessions for what is not foreseen.' }),
    0,
    [0, 2000],
    'C',
    'List (The Voltage Effect) suggests 10 %',
  ),
  substituteDayCents: define(
    dollars('Substitute', 'A substitute teacher for a day, with payroll taxes.', 'a day'),
    12_000,
    [9_500, 20_000],
    'A',
    'NCTQ, NEA',
  ),
  stipendHourCents: define(
    dollars('Extra hour', 'An hour of training outside usual hours.', 'an hour'),
    4_000,
    [2_500, 6_000],
    'C',
    "Planner's assumption",
  ),
  hoursPerDay: define(
    number({
      label: 'Hours of a school day',
      help: 'Hours of training that take the place of one school day.',
      unit: 'hours',
      min: 1,
      max: 12,
    }),
    7,
    null,
    'C',
    "Planner's assumption",
  ),
  suppressBelow: define(
    number({
      label: 'Smallest group shown',
      help: 'Groups with fewer people are not shown in reports.',
      unit: 'people',
      min: 1,
      max: 100,
      isWhole: true,
    }),
    10,
    null,
    'C',
    'Usual rule for published school data',
  ),
  watchMargin: define(
    share({
      label: 'Watch within',
      help: 'Within this distance of a line a status reads "Watch" instead of "Off track".',
    }),
    500,
    null,
    'C',
    "Planner's assumption",
  ),
  seed: define(
    number({
      label: 'Seed',
      help: 'Starting number of the draws; the same seed gives the same result.',
      unit: '',
      min: 0,
      max: 4_294_967_295,
      isWhole: true,
    }),
    20_260_701,
    null,
    'C',
    'Any number',
  ),
  draws: define(
    number({
      label: 'Draws',
      help: 'How many times the forecast is drawn to get its likely range.',
      unit: 'draws',
      min: 100,
      max: 20_000,
      isWhole: true,
    }),
    1000,
    null,
    'C',
    'Enough for a stable 80 % range',
  ),
} satisfies Record<string, SettingDefinition>
