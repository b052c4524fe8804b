import { Alert, Text, Title } from '@mantine/core'
import { dayWords } from '@shared/plan/day'
import { draftWords } from '@shared/report/access/report-document'
import { buildReport } from '@shared/report/build-report'
import { IconFileText } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Card } from '../../components/Card'
import { draftMark, isShown } from '@shared/report/report'
import { Page } from '../../components/Page'
import { goTo } from '../../stores/interface'
import { askRanges, useRangesOf } from '../../stores/questions'
import { useWorkbook } from '../../stores/workbook'
import { WhatIsMissing } from '../../components/WhatIsMissing'
import { ReportBlock } from './ReportBlock'
import { ReportChoices } from './ReportChoices'
import { blockId } from './places'
import { besidesOf, plainReport, type ReportChoice } from './report-choice'
import styles from './reports.module.css'

/** The board report: what goes in on the left, what comes out on the right, one button to make the file. */
export function Reports() {
  const plan = useWorkbook((state) => state.plan)
  const currentPlan = useWorkbook((state) => state.currentPlan)
  const target = useWorkbook((state) => state.target)
  const scenarios = useWorkbook((state) => state.scenarios)
  const [choice, setChoice] = useState<ReportChoice>(plainReport)
  // typing into the form goes on while the pages are made anew
  const asked = useDeferredValue(choice)
  const { besides } = asked
  const choices = useMemo(
    () => besidesOf(besides, target, scenarios, currentPlan),
    [besides, target, scenarios, currentPlan],
  )
  const ranges = useRangesOf((state) => state.answer)
  useEffect(
    () =>
      askRanges(
        plan,
        choices.map((one) => one.plan),
      ),
    [plan, choices],
  )
  const answer = useMemo(() => {
    const scenario = target === 'plan' ? undefined : scenarios.find(({ id }) => id === target.scenarioId)
    return buildReport({
      subject: { name: scenario?.name ?? null, question: scenario?.question ?? null, plan },
      choices,
      options: asked,
      rangeOf: (one) => ranges?.get(one) ?? null,
    })
  }, [asked, plan, choices, ranges, target, scenarios])

  return (
    <Page title="Reports" purpose="What the board, the cabinet or the schools get to read, made from this plan.">
      {answer.ok ? (
        <div className={styles['sized']}>
          <div className={styles['columns']}>
            <ReportChoices choice={choice} onChoose={setChoice} report={answer.value} />
            <article className={styles['pages']} aria-label="The report as it will read">
              {answer.value.isDraft && <Text fw={600}>{draftWords}</Text>}
              <Text c="dimmed" size="sm">
                {answer.value.district} · {answer.value.scenario ?? 'Current plan'} · {dayWords(answer.value.date)}
              </Text>
              {answer.value.sections.map(({ id, name, title, blocks }) => (
                <Card key={id} label={name}>
                  <div className={styles['page']}>
                    <div>
                      <Text size="xs" c="dimmed" tt="uppercase" fw={600}>
                        {answer.value.isDraft ? `${draftMark} · ${name}` : name}
                      </Text>
                      <Title order={2}>{title}</Title>
                    </div>
                    {blocks.map(
                      (block, at) =>
                        isShown(block) && (
                          <div key={`${id} ${at}`} id={blockId(id, at)} className={styles['block']} tabIndex={-1}>
                            <ReportBlock block={block} />
                          </div>
                        ),
                    )}
                  </div>
                </Card>
              ))}
            </article>
          </div>
        </div>
      ) : answer.error.length > 0 ? (
        <WhatIsMissing missing={answer.error} onGo={goTo} />
      ) : (
        <Alert icon={<IconFileText />}>The report cannot be made yet.</Alert>
      )}
    </Page>
  )
}
