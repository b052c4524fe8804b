import { settingsOf } from '@shared/plan/settings'
import { sampleRequestOf } from '@shared/forecast/uncertainty'
import { likelyOf, type Likely } from '@shared/forecast/likely'
import type { DrawBlock, SampleRequest } from '@shared/model/sample'
import { wrap } from 'comlink'
import { create } from 'zustand'
import { drawTogether, type Drawer } from './draw-pool'
import { useForecast } from './forecast'
import { useInterface } from './interface'
import type { PlanForecast } from './plan-forecast'

/** About how many groups × components are simulated before a drawer looks up again. */
const cellsABlock = 2500

/** The likely range of a forecast, or how far its runs are (0–1; null where none are under way). */
export type LikelyRange = { readonly likely: Likely | null; readonly done: number | null }

type LikelyState = { readonly ranges: ReadonlyMap<PlanForecast, LikelyRange> }

/** The likely ranges that are known, by forecast. */
export const useRanges = create<LikelyState>()(() => ({ ranges: new Map() }))
const none: LikelyRange = { likely: null, done: null }

/** The likely range of a forecast as far as it is known. */
export const useLikely = (forecast: PlanForecast | null): LikelyRange =>
  useRanges(({ ranges }) => (forecast && ranges.get(forecast)) ?? none)

type DrawWorker = { prepare: (request: SampleRequest) => void; draw: (from: number, to: number) => DrawBlock }

function inWorker(): Drawer {
  const worker = new Worker(new URL('../workers/draws.ts', import.meta.url), { type: 'module', name: 'draws' })
  const { prepare, draw } = wrap<DrawWorker>(worker)
  return { prepare, draw }
}

let connected: readonly Drawer[] | null = null

// one core is left to the window
const drawers = (): readonly Drawer[] =>
  (connected ??= Array.from({ length: Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1)) }, inWorker))

// a forecast is a value: its range is worked out once
const known = new WeakMap<PlanForecast, Likely>()
const givenUp = new WeakSet<PlanForecast>()
let running: { readonly forecast: PlanForecast; readonly stop: AbortController } | null = null

/** The forecasts in sight, what is tried out first. */
function wanted(): PlanForecast[] {
  const { screen } = useInterface.getState()
  if (screen !== 'overview' && screen !== 'if-we') return []
  const { preview, shown, baseline, compared } = useForecast.getState()
  const inSight = screen === 'if-we' ? [preview, baseline, ...compared.values(), shown] : [shown]
  return [...new Set(inSight)].flatMap((one) => one ?? [])
}

function put(forecast: PlanForecast, range: LikelyRange): void {
  const kept = wanted().flatMap((one): [PlanForecast, LikelyRange][] => {
    const likely = known.get(one)
    return likely ? [[one, { likely, done: null }]] : []
  })
  useRanges.setState({ ranges: new Map([...kept, [forecast, range]]) })
}

/** The draws of all districts, one after the other. Null where they are given up. */
async function drawOf(forecast: PlanForecast, signal: AbortSignal): Promise<Likely | null> {
  const { plan, compiled } = forecast
  // how many, and from which seed, is a setting: the same for a plan and its scenarios, so that a difference is no noise
  const { draws, seed } = settingsOf(plan)
  const blocks: DrawBlock[] = []
  for (const [at, district] of compiled.entries()) {
    const request = sampleRequestOf(plan, district, { seed })
    const cells = Math.max(1, district.input.groups.length * district.input.components.length)
    const blockSize = Math.max(1, Math.round(cellsABlock / cells))
    const onProgress = (done: number): void => put(forecast, { likely: null, done: (at + done) / compiled.length })
    const block = await drawTogether(drawers(), { request, draws, blockSize, onProgress, signal })
    if (!block) return null
    blocks.push(block)
  }
  return likelyOf({ plan, compiled, blocks, seed })
}

/** How long a lever rests before the range of what it gives is worked out. */
const restMilliseconds = 200
let rest: ReturnType<typeof setTimeout> | undefined
let awaited: PlanForecast | null = null

/** Waits until what is tried out rests; what comes of a lever that still moves is put away unseen. */
function wait(forecast: PlanForecast): void {
  if (forecast === awaited) return
  clearTimeout(rest)
  awaited = forecast
  rest = setTimeout(() => {
    awaited = null
    if (!running && wanted().includes(forecast)) start(forecast)
  }, restMilliseconds)
}

/** Starts the next run that is wanted; the one under way goes on where it is still wanted, else it is given up. */
function goOn(): void {
  const list = wanted()
  if (running) {
    if (!list.includes(running.forecast)) running.stop.abort()
    return
  }
  const chosen = list.find((forecast) => !known.has(forecast) && !givenUp.has(forecast))
  if (!chosen) return
  if (chosen === useForecast.getState().preview) wait(chosen)
  else start(chosen)
}

function start(chosen: PlanForecast): void {
  const stop = new AbortController()
  running = { forecast: chosen, stop }
  put(chosen, { likely: null, done: 0 })
  const end = (likely: Likely | null): void => {
    running = null
    if (likely) known.set(chosen, likely)
    put(chosen, { likely, done: null })
    goOn()
  }
  void drawOf(chosen, stop.signal)
    .catch(() => {
      // the forecast itself stands; only how sure it is cannot be said
      givenUp.add(chosen)
      return null
    })
    .then(end)
}

/** Stops the runs that are under way, at the planner's word; they are not begun again for the same plan. */
export function cancelLikely(): void {
  if (!running) return
  givenUp.add(running.forecast)
  running.stop.abort()
}

/** Keeps the likely ranges in step with what is in sight from now on; answers how to stop. */
export function followForecasts(): () => void {
  const stops = [useForecast.subscribe(goOn), useInterface.subscribe(goOn)]
  goOn()
  return () => {
    for (const stop of stops) stop()
  }
}
