import { reachedKinds, unitCostLabel, unitCostsOf, unitCostWords } from '@shared/forecast/explain-unit-cost'
import type { Ledger } from '@shared/money/ledger'
import type { Plan } from '@shared/plan/plan'
import { useMemo } from 'react'
import { FigureButton } from '../../components/FigureButton'
import { PlainTable } from '../../components/PlainTable'
import { asking } from '../../stores/explanation'
import { useForecast } from '../../stores/forecast'
import { outlookOf } from '../../stores/outlook'

type Props = { readonly plan: Plan; readonly ledger: Ledger }

/** What a fiscal year costs for each school, staff member, student and person at fidelity that it reaches. */
export function UnitCosts({ plan, ledger }: Props) {
  const shown = useForecast((s) => s.shown)
  const years = useMemo(
    () => unitCostsOf({ plan, ledger, runs: shown ? outlookOf(shown).runs : [] }),
    [plan, ledger, shown],
  )
  return (
    <PlainTable
      title="What a year costs for each of those it reaches"
      description="In parentheses how many: schools that have started by the end of the year, the staff and students there, and those who practice with fidelity then, by the forecast."
      firstHead="Cost for each"
      head={years.map(({ fiscalYear }) => String(fiscalYear))}
      rows={reachedKinds.map((of) => ({
        key: of,
        label: unitCostLabel(of),
        cells: years.map((year) => {
          const text = unitCostWords(year, of)
          const about = `Cost for each: ${unitCostLabel(of)}, ${year.fiscalYear}`
          const question = { kind: 'unitCost', of, fiscalYear: year.fiscalYear } as const
          return text === '–' ? text : <FigureButton key={year.fiscalYear} {...{ text, about }} {...asking(question)} />
        }),
      }))}
    />
  )
}
