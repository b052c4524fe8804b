import { Anchor, Button, Stack } from '@mantine/core'
import { measureOf } from '@shared/forecast/evidence-gaps'
import { asOfMonth, schoolsBegun, schoolsInWaves } from '@shared/forecast/evidence-places'
import { roundsOf } from '@shared/forecast/evidence-rounds'
import { IconClipboardCheck } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { goToTable } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { ObservationGapsCard } from './ObservationGapsCard'
import { ObservationSheet } from './ObservationSheet'
import { RoundEntry } from './RoundEntry'

// the chart's library is a large part of the window's code and only wanted here
const RoundCharts = lazy(async () => ({ default: (await import('./RoundCharts')).RoundCharts }))

/** Which schools a new round starts out with, and with which measure. */
export type RoundStart = { readonly measureId: string | null; readonly unitIds: readonly string[] }

/** What was observed, round by round: entering a round, where schools and components stand, and what nobody has looked at. */
export function Rounds() {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const rounds = useMemo(() => roundsOf(plan), [plan])
  const [start, setStart] = useState<RoundStart | null>(null)
  const addRound = (): void => {
    const asOf = asOfMonth(plan)
    const begun = asOf === null ? [] : schoolsBegun(plan, asOf)
    const schools = begun.length > 0 ? begun : schoolsInWaves(plan)
    const [component] = plan.component.keys()
    const measureId = component === undefined ? null : (measureOf(plan, component)?.id ?? null)
    setStart({ measureId, unitIds: schools.map(({ unit }) => unit.id) })
  }
  if (start) return <RoundEntry start={start} onClose={() => setStart(null)} />
  const add = (
    <Button flex="none" leftSection={<IconClipboardCheck size={17} />} disabled={locked} onClick={addRound}>
      Add a round
    </Button>
  )
  const canAdd = plan.fidelityMeasure.size > 0
  return (
    <Stack gap="xl">
      {rounds.length === 0 && (
        <EmptyState
          icon={IconClipboardCheck}
          title="See how well it is done"
          text="A round is one look at the schools with one measure: how many were observed, how many use it, how many well. Paste it from your spreadsheet."
        >
          {canAdd ? (
            add
          ) : (
            <Anchor component="button" type="button" onClick={() => goToTable('fidelityMeasure')}>
              First say with which measure it is seen
            </Anchor>
          )}
        </EmptyState>
      )}
      {rounds.length > 0 && (
        <>
          <Suspense fallback={null}>
            <RoundCharts rounds={rounds} actions={canAdd ? add : null} />
          </Suspense>
          <ObservationGapsCard onAdd={setStart} />
        </>
      )}
      <ObservationSheet />
    </Stack>
  )
}
