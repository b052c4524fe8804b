import { Table, Title } from '@mantine/core'
import { phaseWords } from '@shared/forecast/headline'
import type { DistrictRun } from '@shared/forecast/run'
import type { Phase, PhaseAnswer } from '@shared/model/phase'
import { addMonths, monthWords } from '@shared/plan/month'
import { Card } from '../../components/Card'
import { explain } from '../../stores/explanation'
import { PhaseLadder } from './PhaseLadder'

/** The month, in words, in which each phase first holds. */
function firstMonths(phases: readonly PhaseAnswer[], start: string): Partial<Record<Phase, string>> {
  const first: Partial<Record<Phase, string>> = {}
  for (const { phase, month } of phases) first[phase] ??= monthWords(addMonths(start, month))
  return first
}

/** Where the district stands between pilot and sustained; several districts as a table. */
export function DistrictPhases({ runs }: { readonly runs: readonly DistrictRun[] }) {
  const [only] = runs
  if (only && runs.length === 1) {
    const { phases, start } = only.forecast
    return (
      <Card>
        <PhaseLadder
          phase={phases[0]?.phase ?? 'notStarted'}
          reached={firstMonths(phases, start)}
          sentence={phases[0]?.sentence ?? ''}
          onExplain={() => explain({ kind: 'figure', key: 'phase' })}
        />
      </Card>
    )
  }
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        Districts
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">District</Table.Th>
            <Table.Th scope="col">Phase now</Table.Th>
            <Table.Th scope="col">At scale</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map(({ forecast }) => (
            <Table.Tr key={forecast.districtId ?? forecast.name}>
              <Table.Th scope="row">{forecast.name}</Table.Th>
              <Table.Td>{phaseWords[forecast.phases[0]?.phase ?? 'notStarted']}</Table.Td>
              <Table.Td>{forecast.atScaleMonth === null ? 'Not yet' : monthWords(forecast.atScaleMonth)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  )
}
