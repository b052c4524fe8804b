import { Anchor, Switch, Text } from '@mantine/core'
import { dollars } from '@shared/forecast/figure'
import { choicesOf, type ItemChoices } from '@shared/money/allocation-choices'
import { standingRows, type StandingRow } from '@shared/money/allocation-rows'
import { fundStanding } from '@shared/money/allocation-standing'
import { choiceSentence } from '@shared/money/allocation-words'
import type { Plan } from '@shared/plan/plan'
import { useMemo, useState } from 'react'
import { PlainTable, type PlainRow } from '../../components/PlainTable'
import type { FoundUse } from '../../stores/best-use'
import { goToRow } from '../../stores/interface'
import styles from './money.module.css'

/** Today beside the best use, then line by line who pays and why. */
export function BestUseAnswer({ found }: { readonly found: FoundUse }) {
  const { plan, best } = found
  const rows = useMemo(() => {
    const today = fundStanding(plan, best.allocation.ledger)
    return standingRows(today, fundStanding(best.plan, best.ledger)).map(plainRow)
  }, [plan, best])
  return (
    <>
      <PlainTable
        title={
          best.changes.length === 0 ? 'The funds are used as well as they can be' : 'The plan today beside the best use'
        }
        description="From the as-of month to the end of the forecast. Shares are whole hundredths of a percent, so a few dollars may stay over."
        firstHead="Who pays"
        head={['Today', 'Best use', 'Difference']}
        rows={rows}
      />
      <Choices plan={plan} found={found} />
    </>
  )
}

const plainRow = ({ key, label, todayCents, bestCents, isTotal }: StandingRow): PlainRow => ({
  key,
  label,
  cells: [dollars(todayCents), dollars(bestCents), difference(bestCents - todayCents)],
  ...(isTotal ? { tone: 'total' } : {}),
})

function difference(cents: number): string {
  if (Math.abs(cents) < 50) return 'the same'
  return cents > 0 ? `${dollars(cents)} more` : `${dollars(-cents)} less`
}

function Choices({ plan, found }: { readonly plan: Plan; readonly found: FoundUse }) {
  const [isAll, setAll] = useState(false)
  const items = useMemo(() => choicesOf(plan, found.best), [plan, found])
  const changed = items.filter(({ isChanged }) => isChanged)
  const shown = isAll ? items : changed
  return (
    <PlainTable
      title={changed.length === 1 ? 'One line is paid otherwise' : `${changed.length} lines are paid otherwise`}
      description="Each choice with its reason: what a fund may pay, when, and which amount is used up."
      choices={
        <Switch
          label="Also what stays as it is"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      }
      firstHead="Line"
      head={[{ label: 'Who pays, and why', isWords: true }]}
      rows={shown.map((item) => ({
        key: item.item.id,
        label: <ItemName item={item} />,
        cells: [<Reasons key="reasons" plan={plan} item={item} />],
      }))}
      empty="Every line is best paid as it is today."
    />
  )
}

function ItemName({ item: { item, isChanged } }: { readonly item: ItemChoices }) {
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={() => goToRow({ table: item.kind, id: item.id })}>
        {item.label}
      </Anchor>
      {!isChanged && (
        <Text size="xs" c="dimmed">
          as today
        </Text>
      )}
    </>
  )
}

function Reasons({ plan, item: { item, choices } }: { readonly plan: Plan; readonly item: ItemChoices }) {
  return (
    <ul className={styles['reasons']}>
      {choices.map((choice) => (
        <li key={`${choice.sourceId} ${choice.fromMonth}`}>{choiceSentence(plan, item, choice)}</li>
      ))}
    </ul>
  )
}
