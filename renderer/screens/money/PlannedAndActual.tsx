import { amount, dollars } from '@shared/forecast/figure'
import type { Ledger } from '@shared/money/ledger'
import { lineVariances, sessionVariances } from '@shared/money/planned-and-actual'
import { formatMoney } from '@shared/plan/format'
import { monthWords } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { useMemo } from 'react'
import { PlainTable } from '../../components/PlainTable'

type Props = { readonly plan: Plan; readonly ledger: Ledger }

/** More or less than planned, in words, so that no sign has to be read. */
function difference(cents: number): string {
  if (Math.abs(cents) < 50) return 'as planned'
  return cents > 0 ? `${dollars(cents)} more` : `${dollars(-cents)} less`
}

/** Planned beside actual: what was spent on cost lines, and who came to the sessions that were held. */
export function PlannedAndActual({ plan, ledger }: Props) {
  const lines = useMemo(() => lineVariances(plan, ledger), [plan, ledger])
  const sessions = useMemo(() => sessionVariances(plan), [plan])
  return (
    <>
      <PlainTable
        title="Planned and spent"
        firstHead="Cost"
        head={['Fiscal year', 'Planned', 'Spent', 'Difference']}
        rows={lines.map(({ lineId, name, fiscalYear, plannedCents, actualCents, overCents }) => ({
          key: `${lineId} ${fiscalYear}`,
          label: name,
          cells: [fiscalYear, formatMoney(plannedCents), formatMoney(actualCents), difference(overCents)],
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
            difference(actualCents - plannedCents),
          ],
        }))}
        empty="Of no session is it entered yet who came. Enter it under “Learning sessions”, in the column “Came”."
      />
    </>
  )
}
