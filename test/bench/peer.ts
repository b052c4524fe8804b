import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CompleteModelInput } from '@shared/model/input'
import { run as runProgram } from '../../tools/command.ts'
import { inCache, inRoot } from '../../tools/project.ts'
import { bundleEngine } from './model/bundle.ts'

// As much of the peer's interface as is used here.
type Primitive = object
type PeerModel = {
  Stock: (what: { name: string; initial: number }) => Primitive
  Variable: (what: { name: string; value: string }) => Primitive
  Flow: (from: null, to: Primitive, what: { name: string; rate: string; nonNegative: boolean }) => Primitive
  Link: (from: Primitive, to: Primitive) => void
  simulate: () => { series: (what: Primitive) => number[] }
}
type Peer = { Model: new (what: { timeLength: number; timeStep: number; timeUnits: string }) => PeerModel }

type School = typeof import('./model/school')

/** The equations of the model card for that school, in the peer's words; each may use those above it. */
function equations({ parameters: p }: CompleteModelInput, school: School): [string, string][] {
  const { coachHours, headcount, investment, turnover } = school
  const lost = 1 - (1 - turnover) ** (1 / 12)
  const leader = 1 - (1 - p.leaderTurnover) ** (1 / 12)
  const [gain, loss] = [p.capacityGainMonths, p.capacityLossMonths]
  return [
    [
      'need',
      `${headcount} * (${p.coachingHoursTrained} * [T] + ${p.coachingHoursUsing} * [P] + ${p.coachingHoursFidelity} * [F])`,
    ],
    ['cover', `IfThenElse([need] = 0, 0, Min(1, ${coachHours} / [need]))`],
    ['D1', `[D] + ${investment} * (1 - [D]) / ${gain} - ${1 - investment} * [D] / ${loss} - ${leader * 0.3} * [D]`],
    ['C1', `[C] + [D1] * (1 - [C]) / ${gain} - (1 - [D1]) * [C] / ${loss} - ${leader * 0.3} * [C]`],
    ['x', '[P] + [F]'],
    ['pull', `[x]^${p.tippingSteepness} / ([x]^${p.tippingSteepness} + ${p.tippingThreshold ** p.tippingSteepness})`],
    ['alone', '(1 - [cover]) * (1 - [C1])'],
    ['taken', `[T] * (1 - exp(-(${p.spontaneousUptake} + ${p.peerInfluence} * [pull])))`],
    ['skill', `${p.skillFromSystems} * [C1] + ${p.skillFromCoaching} * [cover]`],
    ['lapse', `${p.lapse} * [alone] * (1 - [pull])`],
    ['both', '[skill] + [lapse]'],
    ['moved', 'IfThenElse([both] = 0, 0, [P] * (1 - exp(-[both])) / [both])'],
    ['drift', `[F] * (1 - exp(-${p.fidelityDrift} * [alone]))`],
    ['T1', '[T] + [moved] * [lapse] - [taken]'],
    ['P1', '[P] + [taken] + [drift] - [moved] * [both]'],
    ['F1', '[F] + [moved] * [skill] - [drift]'],
    ['V1', `[V] + ${lost} * (1 - [V])`],
    ['hires', `[V1] * ${1 - Math.exp(-1 / p.hiringLagMonths)}`],
    ['carried', `[hires] * ${p.carryIn}`],
    ['taught', '([hires] - [carried]) * 0.8 * [C1]'],
    ['toU', `[hires] - [carried] - [taught] - [U] * ${lost}`],
    ['toT', `[T1] * ${1 - lost} + [taught] - [T]`],
    ['toP', `[P1] * ${1 - lost} + [carried] - [P]`],
    ['toF', `[F1] * ${1 - lost} - [F]`],
    ['toV', '[V1] - [hires] - [V]'],
    ['toC', '[C1] - [C]'],
    ['toD', '[D1] - [D]'],
  ]
}

/** Builds the school in the peer; answers how to run it and what it gives for fidelity, the start first. */
function inPeer({ Model }: Peer, school: School): () => number[] {
  const input = school.schoolInput()
  const model = new Model({ timeLength: school.months, timeStep: 1, timeUnits: 'Months' })
  const starts = { U: 0.45, T: 0.4, P: 0.1, F: 0.05, V: 0, C: 0.2, D: 0.3 }
  const known = new Map<string, Primitive>()
  for (const [name, initial] of Object.entries(starts)) known.set(name, model.Stock({ name, initial }))
  const link = (rule: string, to: Primitive): void => {
    for (const name of new Set(Array.from(rule.matchAll(/\[(\w+)\]/g), ([, found]) => found))) {
      const from = name === undefined ? undefined : known.get(name)
      if (from) model.Link(from, to)
    }
  }
  for (const [name, rule] of equations(input, school)) {
    const variable = model.Variable({ name, value: rule })
    link(rule, variable)
    known.set(name, variable)
  }
  for (const name of Object.keys(starts)) {
    const stock = known.get(name)
    if (!stock) continue
    const rule = `[to${name}]`
    link(rule, model.Flow(null, stock, { name: `change of ${name}`, rate: rule, nonNegative: false }))
  }
  const fidelity = known.get('F') ?? {}
  return () => model.simulate().series(fidelity)
}

/** Installs the peer from its own lock, away from what the product is made of. */
async function peer(): Promise<Peer> {
  const folder = inCache('peer')
  const entry = join(folder, 'node_modules/simulation/src/api/Model.js')
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true })
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      copyFileSync(inRoot('tools/peer', file), join(folder, file))
    await runProgram('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, isQuiet: true })
  }
  return (await import(pathToFileURL(entry).href)) as Peer
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function millisecondsOf(task: () => unknown, runs: number): number {
  const rounds = Array.from({ length: 9 }, () => {
    const began = performance.now()
    for (let run = 0; run < runs; run += 1) task()
    return (performance.now() - began) / runs
  })
  return median(rounds.slice(2))
}

/** One school with one component in both engines: how long each takes, and how far apart their answers are. */
export async function run(): Promise<void> {
  const { school: address } = await bundleEngine()
  const school = (await import(address)) as School
  const input = school.schoolInput()
  const other = inPeer(await peer(), school)
  const own = school.fidelityOf(input)
  const theirs = other().slice(1)
  const apart = Math.max(...own.map((value, month) => Math.abs(value - (theirs[month] ?? Number.NaN))))
  if (!(apart < 1e-9)) throw new Error(`The two engines are ${apart} apart; they do not run the same model.`)
  const [ownMs, theirMs] = [millisecondsOf(() => school.fidelityOf(input), 2000), millisecondsOf(other, 5)]
  const what = `One school, one component, ${school.months} months`
  console.log(`${what}: ${(ownMs * 1000).toFixed(1)} µs here, ${theirMs.toFixed(2)} ms in npm's "simulation"`)
  console.log(`Ratio: ${(theirMs / ownMs).toFixed(0)}; the answers are at most ${apart.toExponential(0)} apart`)
}
