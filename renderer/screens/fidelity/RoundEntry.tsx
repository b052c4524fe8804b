import { Alert, Button, Checkbox, Group, MultiSelect, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { asOfMonth, schoolsInWaves } from '@shared/forecast/evidence-places'
import {
  filledLines,
  roundChanges,
  roundLines,
  roundProblems,
  type RoundEntry as Entry,
  type RoundLine,
  type RoundProblem,
} from '@shared/forecast/evidence-round-entry'
import { dayWords } from '@shared/plan/day'
import { updateChange } from '@shared/plan/edit'
import { parseDay, type Names } from '@shared/plan/format'
import { monthOfDay, monthWords } from '@shared/plan/month'
import { namesOf } from '@shared/plan/names'
import { planRow, type Plan } from '@shared/plan/plan'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { newId } from '../../stores/bridge'
import { commit } from '../../stores/commits'
import { say } from '../../stores/interface'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'
import { RoundGrid } from './RoundGrid'
import type { RoundStart } from './Rounds'

/** Lines typed so far, kept where the schools or the day change. */
function withTyped(lines: readonly RoundLine[], typed: readonly RoundLine[]): RoundLine[] {
  const filled = typed.filter((line) => filledLines([line]) > 0)
  return lines.map(
    (line) =>
      filled.find(({ unitId, componentId }) => unitId === line.unitId && componentId === line.componentId) ?? line,
  )
}

/** The as-of month moved on to a round that the forecast would not see otherwise. */
function asOfChange(plan: Plan, day: string) {
  const row = planRow(plan)
  return row ? updateChange(row, 'plan', { asOfMonth: monthOfDay(day) }) : null
}

/** The first figures that do not fit, each with its place. */
function problemWords(problems: readonly RoundProblem[], lines: readonly RoundLine[], names: Names): string {
  const words = problems.slice(0, 3).map(({ line, message }) => {
    const { unitId, componentId } = lines[line] ?? { unitId: '', componentId: '' }
    return `${names.nameOf('unit', unitId)}, ${names.nameOf('component', componentId)}: ${message}`
  })
  const more = problems.length > words.length ? ` And ${problems.length - words.length} more, marked above.` : ''
  return `${words.join(' ')}${more}`
}

/** A whole round at once: the measure, the day, the schools, and their figures typed or pasted; one step to take back. */
export function RoundEntry({ start, onClose }: { readonly start: RoundStart; readonly onClose: () => void }) {
  const plan = useWorkbook((s) => s.plan)
  const { today } = useSheetHost()
  const names = useMemo(() => namesOf(plan), [plan])
  const [measureId, setMeasureId] = useState(start.measureId ?? [...plan.fidelityMeasure.keys()][0] ?? '')
  const [unitIds, setUnitIds] = useState<readonly string[]>(start.unitIds)
  const [written, setWritten] = useState(() => dayWords(today()))
  const day = parseDay(written)
  const [typed, setTyped] = useState<readonly RoundLine[]>([])
  const [movesStart, setMovesStart] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  const lines = useMemo(
    () => withTyped(roundLines(plan, measureId, day ?? '', unitIds), typed),
    [plan, measureId, day, unitIds, typed],
  )
  const entry: Entry = { measureId, date: day ?? '', lines }
  const problems = useMemo(
    () => roundProblems({ measureId, date: day ?? '', lines }, names),
    [measureId, day, lines, names],
  )
  const count = filledLines(lines)
  const asOf = asOfMonth(plan)
  const isLater = day !== null && asOf !== null && monthOfDay(day) > asOf
  const take = async (): Promise<void> => {
    if (day === null) setProblem('Last day of the round: write a day such as 11/20/2026.')
    else if (count === 0) setProblem('No line is filled in yet: type or paste the figures below.')
    else if (problems.length > 0) setProblem(problemWords(problems, lines, names))
    else {
      const label = `Add the round of ${dayWords(day)}`
      const outcome = await commit(label, 'paste', (now) => {
        const moved = isLater && movesStart ? asOfChange(now, day) : null
        return [...roundChanges(now, entry, names, newId), ...(moved ? [moved] : [])]
      })
      if (!outcome.ok) setProblem(outcome.error.message)
      else {
        say(label, { tone: 'done', hasUndo: outcome.value !== null })
        onClose()
      }
    }
  }
  return (
    <section aria-labelledby="new-round">
      <Stack gap="md">
        <div>
          <Title order={2} id="new-round">
            A round of observations
          </Title>
          <Text size="sm" c="dimmed" maw={820}>
            Type, or copy the block from your spreadsheet and paste it into any cell. Lines that begin with the school
            and the component find their place by themselves.
          </Text>
        </div>
        <RoundHead
          measureId={measureId}
          written={written}
          unitIds={unitIds}
          onMeasure={setMeasureId}
          onDay={setWritten}
          onSchools={setUnitIds}
        />
        {isLater && (
          <Checkbox
            checked={movesStart}
            onChange={(event) => setMovesStart(event.currentTarget.checked)}
            label={`Let the forecast start from this round (as of ${monthWords(monthOfDay(day))} instead of ${monthWords(asOf)})`}
          />
        )}
        {lines.length === 0 ? (
          <Text size="sm">
            {unitIds.length === 0
              ? 'Choose the schools that were observed.'
              : 'This measure looks at no component yet: name them on the tab Measures.'}
          </Text>
        ) : (
          <RoundGrid lines={lines} problems={problems} names={names} onChange={setTyped} onMisses={setProblem} />
        )}
        {problem !== null && (
          <Alert
            color="red"
            variant="outline"
            role="alert"
            withCloseButton
            closeButtonLabel="Put this message away"
            onClose={() => setProblem(null)}
          >
            {problem}
          </Alert>
        )}
        <Group>
          <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onClose}>
            Back without adding
          </Button>
          <Button onClick={() => void take()}>
            {count === 0 ? 'Add the round' : `Add the round (${count} of ${lines.length} lines)`}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}

type HeadProps = {
  readonly measureId: string
  /** The day as it is typed. */
  readonly written: string
  readonly unitIds: readonly string[]
  readonly onMeasure: (measureId: string) => void
  readonly onDay: (written: string) => void
  readonly onSchools: (unitIds: readonly string[]) => void
}

/** What a round is: the measure, its last day, the schools. */
function RoundHead({ measureId, written, unitIds, onMeasure, onDay, onSchools }: HeadProps) {
  const plan = useWorkbook((s) => s.plan)
  const measures = useRows('fidelityMeasure')
  return (
    <Group align="flex-start">
      <Select
        label="Measure"
        data={measures.map(({ id, name, version }) => ({
          value: id,
          label: version === null ? name : `${name}, ${version}`,
        }))}
        allowDeselect={false}
        value={measureId}
        onChange={(value) => onMeasure(value ?? measureId)}
        w={280}
      />
      <TextInput
        label="Last day of the round"
        value={written}
        error={parseDay(written) === null ? 'Write a day such as 11/20/2026.' : undefined}
        onChange={(event) => onDay(event.currentTarget.value)}
        w={180}
      />
      <MultiSelect
        label="Schools"
        data={schoolsInWaves(plan).map(({ unit }) => ({ value: unit.id, label: unit.name }))}
        value={[...unitIds]}
        onChange={onSchools}
        searchable
        style={{ flex: '1 1 320px' }}
      />
    </Group>
  )
}
