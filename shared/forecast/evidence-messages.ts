import { foldText } from '../plan/names'
import { monthsBetween, monthWords } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { tables, type Row } from '../plan/tables'
import { asOfMonth } from './evidence-places'

type Message = Row<'communication'>

/** One audience: what it is told for all waves, and for each wave. */
export type AudienceMessages = {
  readonly audience: string
  readonly forAll: readonly Message[]
  /** In the order of the waves. */
  readonly byWave: readonly (readonly Message[])[]
}

/** A wave whose people nothing is addressed to. */
export type UntoldWave = { readonly wave: Row<'wave'>; readonly hasBegun: boolean; readonly sentence: string }

export type Messages = {
  readonly waves: readonly Row<'wave'>[]
  readonly audiences: readonly AudienceMessages[]
  readonly untold: readonly UntoldWave[]
  /** Messages nobody answers for. */
  readonly withoutOwner: readonly Message[]
}

/** How often and by which way a message goes out: "Every month, grade team meeting". */
export const messageWords = ({ frequency, channel }: Message): string =>
  [tables.communication.fields.frequency.options[frequency], channel].filter((word) => word !== null).join(', ')

function untoldWave(wave: Row<'wave'>, asOf: string): UntoldWave {
  const { name, startMonth } = wave
  const hasBegun = startMonth !== null && startMonth <= asOf
  if (startMonth === null) return { wave, hasBegun, sentence: `No message is for the people of ${name}.` }
  const months = monthsBetween(asOf, startMonth)
  const when = hasBegun
    ? `which began in ${monthWords(startMonth)}`
    : `which starts in ${monthWords(startMonth)}${months <= 6 ? ', soon' : ''}`
  return { wave, hasBegun, sentence: `No message is for the people of ${name}, ${when}.` }
}

/** Who is told what, by audience and wave, and the waves whose people are not told. A pilot counts as a wave. */
export function messagesOf(plan: Plan): Messages {
  const asOf = asOfMonth(plan) ?? '0000-01'
  const rows = rowsOf(plan, 'communication')
  const waves = rowsOf(plan, 'wave')
  const names = new Map(rows.map(({ audience }) => [foldText(audience), audience]))
  const audiences = [...names].map(([folded, audience]): AudienceMessages => {
    const mine = rows.filter((row) => foldText(row.audience) === folded)
    return {
      audience,
      forAll: mine.filter(({ waveId }) => waveId === null),
      byWave: waves.map(({ id }) => mine.filter(({ waveId }) => waveId === id)),
    }
  })
  const told = new Set(rows.map(({ waveId }) => waveId))
  return {
    waves,
    audiences,
    untold: waves.filter(({ id }) => !told.has(id)).map((wave) => untoldWave(wave, asOf)),
    withoutOwner: rows.filter(({ owner }) => owner === null),
  }
}
