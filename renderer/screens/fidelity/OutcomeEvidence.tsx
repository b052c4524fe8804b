import { Group, Select, Text, Title } from '@mantine/core'
import { correlationOf, outcomePairs, type Correlation } from '@shared/forecast/evidence-correlation'
import { formatNumber } from '@shared/plan/format'
import type { Row } from '@shared/plan/tables'
import { useMemo, useState } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import { ScatterPicture } from '../../charts/ScatterPicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'
import { ContextTable } from './ContextTable'
import { outcomeFigure } from './fidelity-figures'
import styles from './fidelity.module.css'

const signed = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`

function titleOf({ name }: Row<'outcomeMeasure'>, { spearman }: Correlation): string {
  if (spearman === null) return `Whether “${name}” goes with fidelity cannot be told yet`
  if (Math.abs(spearman) < 0.2) return `“${name}” and fidelity hardly go together`
  return spearman > 0 ? `Where it is done better, “${name}” is better` : `Where it is done better, “${name}” is worse`
}

/** Whether it pays off: outcomes beside fidelity, and what was found in which context. */
export function OutcomeEvidence() {
  const measures = useRows('outcomeMeasure')
  const [chosen, setChosen] = useState<string | null>(null)
  const measure = measures.find(({ id }) => id === chosen) ?? measures[0]
  if (!measure) return null
  return (
    <div className={styles['charts']}>
      <Card>
        {measures.length > 1 && (
          <Select
            label="Outcome"
            data={measures.map(({ id, name }) => ({ value: id, label: name }))}
            allowDeselect={false}
            value={measure.id}
            onChange={setChosen}
            mb="sm"
          />
        )}
        <GoTogether measure={measure} />
      </Card>
      <Card>
        <ContextTable measure={measure} />
      </Card>
    </div>
  )
}

function GoTogether({ measure }: { readonly measure: Row<'outcomeMeasure'> }) {
  const plan = useWorkbook((s) => s.plan)
  const palette = usePalette()
  const pairs = useMemo(() => outcomePairs(plan, measure.id), [plan, measure.id])
  const correlation = useMemo(() => correlationOf(measure, pairs), [measure, pairs])
  const title = titleOf(measure, correlation)
  const figure = useMemo(() => outcomeFigure(measure.name, pairs, title), [measure.name, pairs, title])
  const { spearman, pearson, schools } = correlation
  const unit = measure.unitOfMeasure === null ? '' : ` (${measure.unitOfMeasure})`
  const words = (
    <>
      <Text size="sm" mt="xs">
        {correlation.sentence}
      </Text>
      {spearman !== null && (
        <Group gap="lg" mt={6}>
          <Text size="sm">
            By rank (Spearman) <b>{signed(spearman)}</b>
          </Text>
          {pearson !== null && (
            <Text size="sm">
              Straight line (Pearson) <b>{signed(pearson)}</b>
            </Text>
          )}
          <Text size="sm">
            n = {pairs.length} results of {schools} schools
          </Text>
        </Group>
      )}
      {measure.direction === 'lower' && (
        <Text size="xs" c="dimmed" mt={4}>
          A lower value is better here, so above 0 means: the better it is done, the lower the value.
        </Text>
      )}
    </>
  )
  if (pairs.length === 0) {
    return (
      <>
        <Title order={2} size="h4">
          {title}
        </Title>
        {words}
      </>
    )
  }
  return (
    <>
      <ChartFigure figure={figure} order={2}>
        <ScatterPicture
          figure={figure}
          palette={palette}
          height={280}
          across={{ label: 'Share with fidelity', format: (value) => `${formatNumber(value)}%` }}
          up={{ label: `${measure.name}${unit}`, format: formatNumber }}
        />
      </ChartFigure>
      {words}
    </>
  )
}
