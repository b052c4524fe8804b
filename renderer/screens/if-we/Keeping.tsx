import { Loader, Text, Title } from '@mantine/core'
import { percent } from '@shared/forecast/figure'
import { shockWords, type Keeping as Found } from '@shared/forecast/keeping'
import { weakestDrawn } from '@shared/forecast/progress-figures'
import { keepingSentence } from '@shared/forecast/likely'
import { addMonths, monthWords } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { useEffect } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import type { Figure } from '../../charts/figure'
import { monthTicks } from '../../charts/forecast-figure'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { LikelyLine } from '../../components/LikelyLine'
import { useForecast } from '../../stores/forecast'
import { cancelLikely, useLikely } from '../../stores/likely'
import { askKeepings, useKeepings } from '../../stores/questions'
import { useWorkbook } from '../../stores/workbook'
import styles from './if-we.module.css'
import { WhyItChanges } from './WhyItChanges'

const monthsOf = ({ start, months }: Found): string[] =>
  Array.from({ length: months }, (_, month) => monthWords(addMonths(start, month)))

function stressFigure(found: Found): Figure {
  const { districtId, shocks, sentence, shockMonth, weakest } = found
  const from = monthsOf(found).indexOf(monthWords(shockMonth))
  return {
    id: `stress ${districtId ?? ''}`,
    title: sentence,
    summary: `${shocks.map((shock) => shock.sentence).join(' ')} ${weakestDrawn}`,
    categoryLabel: 'Month',
    categories: monthsOf(found),
    series: [
      { key: 'planned', label: 'As planned', values: [...weakest] },
      ...shocks.map((shock) => ({
        key: shock.kind,
        label: shockWords[shock.kind],
        values: Array.from(shock.weakest, (value, month) => (month < from ? null : value)),
      })),
    ],
    format: percent,
  }
}

function tippingFigure(found: Found): Figure {
  return {
    id: `tipping ${found.districtId ?? ''}`,
    title: found.tipping.sentence.replace(/ now/g, ` in ${monthWords(found.shockMonth)}`),
    summary:
      'The tipping point is the share of people using the practice from which it grows by itself: no more training, only coaching that recurring money pays, systems as they are then.',
    categoryLabel: 'Month',
    categories: monthsOf(found),
    series: [{ key: 'adoption', label: 'Using it at all', values: [...found.adoption] }],
    format: percent,
  }
}

/** Whether it can be kept: the stress test and the tipping point, with the months in which funds end on the same axis. */
export function Keeping() {
  const plan = useWorkbook((state) => state.plan)
  const { answer, isAsking, problem } = useKeepings()
  useEffect(() => askKeepings(plan), [plan])
  return (
    <div className={styles['answer']}>
      {problem !== null && <Text>{problem}</Text>}
      {isAsking && <Loader size="sm" role="status" aria-label="Working it out" />}
      {answer?.map((found) => (
        <District key={found.districtId ?? found.name} found={found} isOne={answer.length === 1} plan={plan} />
      ))}
      {answer && answer.length > 1 && (
        <Card>
          <HowSure plan={plan} />
        </Card>
      )}
      <WhyItChanges />
    </div>
  )
}

/** The stress test is one run: how many of all runs get there, hold it and pass it. */
function HowSure({ plan }: { readonly plan: Plan }) {
  const { likely, done } = useLikely(useForecast((state) => state.shown))
  return (
    <LikelyLine
      sentence={likely && keepingSentence(likely, settingsOf(plan).sustainMonths)}
      done={done}
      onCancel={cancelLikely}
    />
  )
}

type DistrictProps = { readonly found: Found; readonly isOne: boolean; readonly plan: Plan }

function District({ found, isOne, plan }: DistrictProps) {
  const palette = usePalette()
  const stress = stressFigure(found)
  const tipping = tippingFigure(found)
  const ends = found.fundEnds.map(({ name, month }) => ({ category: monthWords(month), label: `${name} ends` }))
  const { share } = found.tipping
  return (
    <>
      {!isOne && (
        <Title order={2} size="h3">
          {found.name}
        </Title>
      )}
      <Card>
        <ChartFigure figure={stress} order={isOne ? 2 : 3}>
          <LinePicture
            figure={stress}
            palette={palette}
            height={330}
            domain={[0, 1]}
            marks={[{ value: found.line, label: `At-scale line ${percent(found.line)}` }]}
            categoryMarks={ends}
            ticks={monthTicks(stress.categories)}
          />
        </ChartFigure>
        {isOne && <HowSure plan={plan} />}
      </Card>
      <Card>
        <ChartFigure figure={tipping} order={isOne ? 2 : 3}>
          <LinePicture
            figure={tipping}
            palette={palette}
            height={250}
            domain={[0, 1]}
            marks={share === null ? [] : [{ value: share, label: `Tipping point ${percent(share)}` }]}
            categoryMarks={ends}
            ticks={monthTicks(tipping.categories)}
          />
        </ChartFigure>
      </Card>
    </>
  )
}
