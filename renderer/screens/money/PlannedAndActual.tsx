import { varianceWords } from '@shared/forecast/explain-variance'
import { amount, dollars } from '@shared/forecast/figure'
import { lineVariances, sessionVariances } from '@shared/money/planned-and-actual'
import { formatMoney } from '@shared/plan/format'
import { monthWords } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { useMemo } from 'react'
import { FigureButton } from '../../components/FigureButton'
import { PlainTable } from '../../components/PlainTable'
import { asking } from '../../stores/explanation'

/** Planned beside actual: what was spent on cost lines, and who came to the sessions that were held. */
export function PlannedAndActual({ plan }: { readonly plan: Plan }) {
  const lines = useMemo(() => lineVariances(plan), [plan])
  const sessions = useMemo(() => sessionVariances(plan), [plan])
  return (
    <>
      <PlainTable
        title="Planned and spent"
        description="For the whole of each fiscal year, also where the plan begins in the middle of it."
        firstHead="Cost"
        head={['Fiscal year', 'Planned', 'Spent', 'Difference']}
        rows={lines.map(({ lineId, name, fiscalYear, plannedCents, actualCents, isCovered, overCents }) => ({
          key: `${lineId} ${fiscalYear}`,
          label: name,
          cells: [
            fiscalYear,
            isCovered ? (
              <FigureButton
                key="planned"
                text={formatMoney(plannedCents)}
                about={`${name}, ${fiscalYear}, planned`}
                {...asking({ kind: 'lineCost', table: 'costLine', id: lineId, fiscalYear })}
              />
            ) : (
              formatMoney(plannedCents)
            ),
            formatMoney(actualCents),
            <FigureButton
              key="difference"
              text={varianceWords(overCents)}
              about={`${name}, ${fiscalYear}, difference`}
              {...asking({ kind: 'lineVariance', lineId, fiscalYear })}
            />,
          ],
        }))}
        empty="Nothing is entered as spent yet. Enter it under “Other costs”, in “Planned and spent by fiscal year”."
      />
      <PlainTable
        title="Sessions as planned and as held"
        firstHead="Session"
        head={['Month', 'Expected', 'Came', 'Cost as planned', 'Cost as held', 'Difference']}
        rows={sessions.map(({ sessionId, title, month, plannedPeople, actualPeople, plannedCents, actualCents }) => ({
          key: sessionId,
          label: title,
          cells: [
            monthWords(month),
            amount(Math.round(plannedPeople)),
            amount(Math.round(actualPeople)),
            dollars(plannedCents),
            dollars(actualCents),
            <FigureButton
              key="difference"
              text={varianceWords(actualCents - plannedCents)}
              about={`${title}, difference`}
              {...asking({ kind: 'sessionVariance', sessionId })}
            />,
          ],
        }))}
        empty="Of no session is it entered yet who came. Enter it under “Learning sessions”, in the column “Came”."
      />
    </>
  )
}
