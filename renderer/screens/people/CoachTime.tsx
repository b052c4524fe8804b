import { Paper, ScrollArea, Stack, Table, Text, Title } from '@mantine/core'
import type { CoachingNeed } from '@shared/forecast/coaching-need'
import type { Missing } from '@shared/forecast/compile'
import { formatNumber } from '@shared/plan/format'
import { addMonths, monthWords } from '@shared/plan/month'
import { IconClockHour4 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { ExplainButton } from '../../components/ExplainButton'
import { EmptyState } from '../../components/EmptyState'
import { WhatIsMissing } from '../../components/WhatIsMissing'
import { explain } from '../../stores/explanation'
import { useForecast } from '../../stores/forecast'
import { goTo } from '../../stores/interface'
import { outlookOf } from '../../stores/outlook'
import { coachFigure } from './coach-figure'
import styles from './people.module.css'

/** Coach hours needed against available, from the forecast of the plan that is shown. */
export function CoachTime() {
  const shown = useForecast((s) => s.shown)
  const missing = useForecast((s) => s.missing)
  const palette = usePalette()
  const headline = shown ? outlookOf(shown).headline : null
  const figure = useMemo(() => (headline ? coachFigure(headline.coaching, headline.asOf) : null), [headline])
  if (!headline || !figure) return <NotYet missing={missing} />
  const ticks = figure.categories.filter((_, i) => i % (figure.categories.length > 36 ? 12 : 6) === 0)
  return (
    <Stack gap="xl">
      <Paper withBorder p="md" radius="md">
        <ChartFigure figure={figure} order={2}>
          <LinePicture figure={figure} palette={palette} height={280} domain={[0, 'auto']} ticks={ticks} />
        </ChartFigure>
      </Paper>
      <NextMonths need={headline.coaching} start={headline.asOf} />
    </Stack>
  )
}

function NextMonths({ need, start }: { readonly need: CoachingNeed; readonly start: string }) {
  const months = Array.from({ length: Math.min(12, need.neededHours.length) }, (_, i) => i)
  const rows = [
    { label: 'Hours needed', values: need.neededHours },
    { label: 'Hours available', values: need.availableHours },
    { label: 'Hours lacking', values: need.unmetHours },
  ]
  return (
    <section aria-labelledby="next-months">
      <Title order={2} id="next-months" mb={4}>
        The next {months.length} months
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        Needed: hours for everybody who is trained or practices, in schools that have started. Available: positions that
        coach, are filled and paid, times their time with practitioners. In hours of a full month of instruction.
      </Text>
      <ScrollArea
        type="auto"
        offsetScrollbars="present"
        viewportProps={{ tabIndex: 0, 'aria-labelledby': 'next-months' }}
      >
        <Table withTableBorder withColumnBorders fz="sm" verticalSpacing={6} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Coaching</Table.Th>
              {months.map((i) => (
                <Table.Th key={i} ta="right" scope="col">
                  <div className={styles['monthHead']}>
                    <span>{monthWords(addMonths(start, i))}</span>
                    <ExplainButton
                      what={`coaching in ${monthWords(addMonths(start, i))}`}
                      onExplain={() => explain({ kind: 'coachHours', month: i })}
                    />
                  </div>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ label, values }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" className={styles['rowHead'] ?? ''}>
                  {label}
                </Table.Th>
                {months.map((i) => (
                  <Table.Td key={i} ta="right">
                    {formatNumber(Math.round(values[i] ?? 0))}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </section>
  )
}

function NotYet({ missing }: { readonly missing: readonly Missing[] }) {
  if (missing.length > 0)
    return <WhatIsMissing title="Coaching time is worked out from the forecast" missing={missing} onGo={goTo} />
  return (
    <EmptyState
      icon={IconClockHour4}
      title="Coaching time is worked out from the forecast"
      text="It appears here as soon as the plan can be forecast."
    />
  )
}
