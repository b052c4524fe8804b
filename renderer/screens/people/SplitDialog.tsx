import { Button, Group, Modal, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core'
import { fundSplitChanges } from '@shared/money/split-funds'
import { dividedInto, readPart, type Part } from '@shared/money/split-parts'
import { plannedFte, splitChanges } from '@shared/money/split-position'
import { yearPlaces } from '@shared/money/totals'
import type { Change } from '@shared/plan/change'
import { formatFte, formatShare } from '@shared/plan/format'
import { fiscalYearFirstMonth, monthWords } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import { err, type Result } from '@shared/plan/result'
import { nameOf } from '@shared/plan/words'
import { useMemo, useState, type FormEvent } from 'react'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'
import { emptyPart, SplitParts, type TypedPart } from './SplitParts'

type Props = { readonly isOpen: boolean; readonly onClose: () => void }

/** Asks which position is to be split over which schools or funds, in which parts, and does it in one step. */
export function SplitDialog({ isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Split a position"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SplitForm onDone={onClose} />
    </Modal>
  )
}

/** The month shown, and the first month of every fiscal year after it. */
function monthsOf(plan: Plan): string[] {
  const row = planRow(plan)
  if (!row) return []
  const start = row.asOfMonth ?? row.startMonth
  const firsts = yearPlaces(plan).map(({ fiscalYear }) => fiscalYearFirstMonth(fiscalYear, row.fiscalYearStart))
  return [...new Set([start, ...firsts.filter((month) => month > start)])]
}

type Over = 'schools' | 'funds'

const two: readonly TypedPart[] = [emptyPart(0), emptyPart(1)]

/** The parts that were typed as parts of the whole: hundredths of FTE over schools, basis points over funds. */
function dividedOver(over: Over, typed: readonly TypedPart[], fte: number | null): Result<number[], string> {
  if (fte === null || fte <= 0) return err('Nobody is planned in this position in that month.')
  const one = over === 'schools' ? 'school' : 'fund'
  if (typed.some(({ id }) => id === '')) return err(`Choose each ${one}, and type its part or leave it empty.`)
  if (new Set(typed.map(({ id }) => id)).size < typed.length) return err(`A ${one} is chosen twice.`)
  const parts = typed.map(({ text }) => readPart(text))
  const wrong = typed.find((_, at) => parts[at] === null)
  if (wrong) return err(`“${wrong.text.trim()}” is no part: type FTE like 0.6, or a share like 60%.`)
  return dividedInto(
    over === 'schools' ? fte : 10_000,
    fte,
    parts.filter((part): part is Part => part !== null),
  )
}

/** What a part comes to, in both ways of saying it. */
const partWords = (over: Over, part: number, fte: number): string => {
  const share = over === 'schools' ? Math.round((part / fte) * 10_000) : part
  const own = over === 'schools' ? part : Math.round((fte * part) / 10_000)
  return `${formatFte(own)} FTE (${formatShare(share)})`
}

function SplitForm({ onDone }: { readonly onDone: () => void }) {
  const plan = useWorkbook((s) => s.plan)
  const positions = useRows('position')
  const schools = useRows('unit').filter(({ kind }) => kind === 'school')
  const funds = useRows('fundingSource')
  const months = useMemo(() => monthsOf(plan), [plan])
  const [over, setOver] = useState<Over>('schools')
  const [positionId, setPosition] = useState(positions[0]?.id ?? '')
  const [fromMonth, setMonth] = useState(months[0] ?? '')
  const [typed, setTyped] = useState(two)
  const fte = fromMonth === '' ? null : plannedFte(plan, positionId, fromMonth)
  const divided = dividedOver(over, typed, fte)
  const choose = (next: string): void => {
    setOver(next === 'funds' ? 'funds' : 'schools')
    setTyped(two)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!divided.ok) return
    const label = `Split ${nameOf(plan, 'position', positionId)} over ${typed.length} ${over}`
    const about = { positionId, fromMonth }
    const part = (at: number): number => divided.value[at] ?? 0
    const make = (now: Plan): Change[] =>
      over === 'schools'
        ? splitChanges(now, { ...about, places: typed.map(({ id }, at) => ({ unitId: id, fte: part(at) })) }, newId)
        : fundSplitChanges(
            now,
            {
              ...about,
              funds: typed.map(({ id, text }, at) => ({ sourceId: id, share: text.trim() === '' ? null : part(at) })),
            },
            newId,
          )
    void commitAndSay(label, 'split', make, { hasUndo: true })
    onDone()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label="Position"
          data={positions.map(({ id }) => ({ value: id, label: nameOf(plan, 'position', id) }))}
          value={positionId}
          data-autofocus
          onChange={(event) => setPosition(event.currentTarget.value)}
        />
        <NativeSelect
          label="From"
          data={months.map((month) => ({ value: month, label: monthWords(month) }))}
          value={fromMonth}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Split over"
          data={[
            { value: 'schools', label: 'Over schools' },
            { value: 'funds', label: 'Over funds' },
          ]}
          value={over}
          onChange={choose}
        />
        <SplitParts
          kind={over === 'schools' ? 'School' : 'Fund'}
          choices={over === 'schools' ? schools : funds}
          parts={typed}
          words={divided.ok && fte !== null ? divided.value.map((part) => partWords(over, part, fte)) : []}
          onParts={setTyped}
        />
        <Text size="sm" aria-live="polite">
          {divided.ok ? afterwards[over] : divided.error}
        </Text>
        <Group justify="flex-end">
          <Button type="submit" disabled={!divided.ok}>
            Split
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const afterwards: Readonly<Record<Over, string>> = {
  schools: 'Together they are all of the position. Who pays, and who holds it, stays the same.',
  funds: 'Together they pay all of the position from that month on, in place of those that pay it now.',
}
