import { Anchor, Button, Text, Title, UnstyledButton } from '@mantine/core'
import {
  explainable,
  explainFigure,
  explainFromPlan,
  explainRows,
  isOfRows,
  needsForecast,
  type Explanation,
  type ExplanationLine,
  type ExplanationPart,
  type ExplainQuestion,
} from '@shared/forecast/explain'
import type { Plan } from '@shared/plan/plan'
import { IconArrowLeft, IconArrowRight, IconListDetails } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { explain, explainBack, useExplanation } from '../../stores/explanation'
import { useForecast } from '../../stores/forecast'
import { goToRow, useInterface } from '../../stores/interface'
import { plainLedger } from '../../stores/ledger'
import { outlookOf } from '../../stores/outlook'
import type { PlanForecast } from '../../stores/plan-forecast'
import { useWorkbook } from '../../stores/workbook'
import styles from './panel.module.css'

type Question = ExplainQuestion | 'list'

const list: Omit<Explanation, 'parts'> = {
  title: 'Explain a figure',
  value: '',
  how: 'Each of these figures shows what it is made of: the lines that add up to it, the rates behind it, and what was rounded.',
  roundings: [],
  sources: [],
}

/** The answer to a question; null where it takes a forecast and there is none yet. */
function answerTo(question: Question, plan: Plan, forecast: PlanForecast | null): Explanation | null {
  if (question !== 'list' && isOfRows(question)) return explainRows(plan, question)
  if (forecast) {
    const facts = { plan: forecast.plan, ledger: forecast.ledger, ...outlookOf(forecast) }
    return question === 'list' ? { ...list, parts: explainable(facts) } : explainFigure(facts, question)
  }
  if (question === 'list' || needsForecast(question)) return null
  return explainFromPlan({ plan, ledger: plainLedger(plan), runs: [] }, question)
}

/** What a figure of the plan that is shown is made of; worked out anew whenever the plan changes. */
export function ExplanationView({ question }: { readonly question: Question }) {
  const forecast = useForecast((s) => s.shown)
  const plan = useWorkbook((s) => s.plan)
  const answer = useMemo(() => answerTo(question, plan, forecast), [forecast, plan, question])
  if (answer === null) return <NotYet />
  return (
    <>
      <Head key={answer.title} title={answer.title} value={answer.value} />
      <div className={styles['content']}>
        <Text size="sm" mb="md">
          {answer.how}
        </Text>
        {answer.parts.map((part, at) => (
          <Part key={`${answer.title} ${part.heading} ${at}`} part={part} />
        ))}
        {answer.sources.length > 0 && (
          <Part part={{ heading: 'What it rests on', lines: answer.sources, total: null }} />
        )}
        {answer.roundings.length > 0 && (
          <section className={styles['part']}>
            <Title order={3} size="h4">
              Rounding
            </Title>
            {answer.roundings.map((sentence) => (
              <Text key={sentence} size="sm">
                {sentence}
              </Text>
            ))}
          </section>
        )}
      </div>
    </>
  )
}

/** Which figure, and the way back; takes the focus, so that the title is read out. */
function Head({ title, value }: { readonly title: string; readonly value: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const hasPast = useExplanation((s) => s.past.length > 0)
  const hasRow = useInterface((s) => s.row !== null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles['head']}>
      {(hasPast || hasRow) && (
        <Anchor component="button" type="button" size="xs" className={styles['back'] ?? ''} onClick={explainBack}>
          <IconArrowLeft size={13} aria-hidden /> {hasPast ? 'Back' : 'Back to the row'}
        </Anchor>
      )}
      <Title ref={heading} order={2} size="h3" tabIndex={-1} data-panel-title className={styles['title'] ?? ''}>
        {title}
      </Title>
      {value !== '' && <Text className={styles['value'] ?? ''}>{value}</Text>}
    </div>
  )
}

const shownAtFirst = 20

function Part({ part: { heading, lines, total } }: { readonly part: ExplanationPart }) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? lines : lines.slice(0, shownAtFirst)
  return (
    <section className={styles['part']}>
      <Title order={3} size="h4">
        {heading}
      </Title>
      <ul className={styles['list']}>
        {shown.map((one, at) => (
          <li key={`${one.label} ${at}`}>
            <Line line={one} />
          </li>
        ))}
      </ul>
      {lines.length > shownAtFirst && !isWhole && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          Show all {lines.length}
        </Button>
      )}
      {total !== null && (
        <div className={styles['total']} data-total>
          <span>{total.label}</span>
          <span className={styles['amount']}>{total.text}</span>
        </div>
      )}
    </section>
  )
}

/** One line: to what explains it in turn, to the row that it comes from, or only words. */
function Line({ line }: { readonly line: ExplanationLine }) {
  const { label, text, question, rows } = line
  const [row] = rows
  const words = (
    <>
      <span className={styles['jumpWords']}>{label}</span>
      <span className={styles['amount']}>{text}</span>
    </>
  )
  if (question !== null) {
    return (
      <UnstyledButton className={styles['jump'] ?? ''} onClick={() => explain(question)}>
        {words}
        <IconListDetails size={15} className={styles['sign']} aria-label="Explain" />
      </UnstyledButton>
    )
  }
  if (row === undefined) return <div className={styles['jump']}>{words}</div>
  return (
    <UnstyledButton className={styles['jump'] ?? ''} onClick={() => goToRow(row)}>
      {words}
      <IconArrowRight size={15} className={styles['sign']} aria-label="Go there" />
    </UnstyledButton>
  )
}

/** A plan that cannot be forecast yet has nothing to explain. */
function NotYet() {
  const missing = useForecast((s) => s.missing)
  return (
    <div className={styles['head']}>
      <Title order={2} size="h3" tabIndex={-1} data-panel-title>
        Nothing to explain yet
      </Title>
      <Text size="sm" c="dimmed">
        {missing[0]?.message ?? 'The figures are being worked out.'}
      </Text>
    </div>
  )
}
