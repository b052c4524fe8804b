import type { Parameter } from './parameter'
import { parameterTable } from './parameters'

/** One piece of the model card; `lines` are equations or steps, each on a line of its own. */
export type CardBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export type CardSection = { readonly title: string; readonly blocks: readonly CardBlock[] }

const text = (...texts: string[]): CardBlock[] => texts.map((one) => ({ kind: 'text', text: one }))
const lines = (...all: string[]): CardBlock => ({ kind: 'lines', lines: all })

const gradeWords = { A: 'seen in a source', C: "planner's assumption" } as const

function parameterRow(parameter: Parameter): string[] {
  const { symbol, label, unit, grade, source } = parameter
  const [value, range] =
    parameter.kind === 'number'
      ? [String(parameter.value), `${parameter.low} to ${parameter.high}`]
      : [parameter.choices.find((choice) => choice.value === parameter.value)?.label ?? '', '–']
  return [symbol, label, value, range, unit, `${grade}: ${gradeWords[grade]}`, source]
}

const parameters: CardBlock = {
  kind: 'table',
  head: ['Sign', 'Parameter', 'Value', 'Low to high', 'Unit', 'Grade', 'Source'],
  rows: parameterTable.map(parameterRow),
}

/**
 * The model card: what the forecast is for, how it works, on what it rests, how it was checked and where it ends. One
 * content for the page in docs and the dialog in the app.
 */
export const modelCard: readonly CardSection[] = [
  {
    title: 'What it is for',
    blocks: text(
      'It shows how a practice spreads through the schools of a district under a plan: from a pilot, over waves, to scale, and whether it can be kept. It answers what a change of staffing, money or turnover does to that, with a range.',
      'It is a planning aid for a whole district over some years. It does not predict one school or one person, it does not judge people, and it says nothing about what students learn.',
    ),
  },
  {
    title: 'The idea',
    blocks: text(
      'People at a school are untrained, trained, using the practice, or using it with fidelity; some posts are vacant. Training moves people on a little, colleagues pull once enough of them practice, and coaching and working systems turn use into fidelity. Without support, fidelity drifts and use lapses. Each year some leave and new people come in who have not learned it.',
      'At scale and sustained are different things: a push with coaches and one-time money can get a district to scale, and it declines afterwards where no systems were built that hold without the push.',
    ),
  },
  {
    title: 'What goes in',
    blocks: [
      ...text(
        'For each staff group: how many people, how many leave in a year, how many of the new ones are brought in. For each school: when it starts, how far its systems are built, how much hangs on one person. Month by month: coach hours, share of system building, training with its coverage and what carries over. Where people stand at the start comes from observations. What a plan leaves open is assumed and listed.',
      ),
    ],
  },
  {
    title: 'One month',
    blocks: [
      ...text(
        'U, T, P and F are the shares untrained, trained, using and with fidelity; V is vacant; C is capacity, 0 to 1; κ is the share of the coaching need that is met; s is the part of the month that is taught; λ is the share that leaves in the month. A stock that loses to several hazards at once loses 1 − e^(−their sum), shared in proportion.',
      ),
      lines(
        '1. Coaching: need = Σ people × (h_T T + h_P P + h_F F); a school’s own coaches first, then the pool, shared in proportion; κ = hours given ÷ need.',
        '2. Capacity of the district: C₀ grows by I(1 − C₀)/τ⁺, fades by (1 − I)C₀/τ⁻, and loses λ_L × dependency × C₀ where a leader goes.',
        '   Capacity of a school: C grows by C₀(1 − C)/τ⁺ once it has started, fades by (1 − C₀)C/τ⁻, and loses in the same way.',
        '3. Training: of U and T the coverage takes part; the share that carries over goes to P, the other untrained to T.',
        '4. Pull of colleagues: x = ω × own school + (1 − ω) × district, of those who practice; φ = x^η ÷ (x^η + θ^η).',
        '5. T → P with hazard s × readiness × (p + q φ); P → F with s × context fit × (b_K C + b_κ κ); P → T with ℓ (1 − κ)(1 − C)(1 − φ); F → P with d (1 − κ)(1 − C).',
        '6. Turnover: every share loses λ; vacant posts are filled within the hiring lag; a few of the new ones carry the practice in, of the others some are trained on entering, as far as the school’s systems work.',
      ),
    ],
  },
  {
    title: 'Phases',
    blocks: text(
      'Not started; pilot (only pilot schools have started); scale-up (a wave has started); at scale (the share with fidelity at the weakest essential component reaches the line, and enough schools reach it too); sustained (at scale for the months that the settings ask for, and still above the line 24 months after one-time money and the leader have gone at the same time); declining (was at scale, no longer is). The lines are settings and stand in the report.',
    ),
  },
  {
    title: 'Reorganization',
    blocks: text(
      'Moves of positions that wait for scale are made once the at-scale test has held: the district is run as planned, the first month at scale is found, and from the month that each move names after it (the month after scale at the earliest) the moved coaches and system builders take the place of the planned ones; then it is run again. A move is never undone, also where the practice falls afterwards. In the likely range each run finds its own month. Where the test never holds, nothing moves.',
    ),
  },
  {
    title: 'Parameters',
    blocks: [
      ...text('Monthly unless the unit says otherwise. A planner can change each one, with a range and a source.'),
      parameters,
    ],
  },
  {
    title: 'How sure is it',
    blocks: text(
      'The parameters are not known for sure. A thousand runs draw each from a triangle between its low and its high value, or from what the pilot taught; the likely range holds eight of ten runs. The seed is the same for every plan, so that the difference between two plans comes from the plans. Settings that the planner gave a range vary too; all other figures of the plan are taken as they are.',
      'A pilot can teach six of the parameters: starting on one’s own, pull of colleagues, skill from systems and from coaching, drift and lapse. The fit says of each whether the pilot told much, something or next to nothing.',
    ),
  },
  {
    title: 'How it was checked',
    blocks: [
      lines(
        'Against a second, slow implementation written straight from the equations: equal to 1e-9 on arbitrary inputs (test/unit/model/simulate.test.ts).',
        'Against another engine, npm’s “simulation”, on one school: npm run bench prints how far apart the answers are.',
        'Laws as property tests: everybody is in one state and shares stay within 0 to 1; no fidelity comes from nothing; nothing is lost without turnover, drift and lapse; equal schools stay equal; twice the people with twice the coach hours change no share (test/unit/model/laws.test.ts).',
        'Published results that it has to give again: the Bass curve, the majority rule, what is known to stay of a trained staff, training alone against training with coaching, a push that declines without systems (test/unit/model/published-results.test.ts).',
        'Calibration: parameters drawn from the ranges are found again from made-up pilots; 90 % intervals hold the truth in 80 to 97 % of 200 trials (npm run test:long).',
      ),
      ...text('It was not checked against the course of real rollouts.'),
    ],
  },
  {
    title: 'Where it ends',
    blocks: text(
      'People of a group are alike; friendships, schedules and the quality of a single coach are not in it. Schools influence each other only through the district’s mean. Components spread side by side and do not help or hinder each other. Most of what drives it rests on assumptions graded C: read the direction and the order of plans before the figures, and observe the pilot.',
    ),
  },
]
