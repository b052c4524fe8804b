import { Anchor, Text } from '@mantine/core'
import { keyPeople, type KeyPerson } from '@shared/money/key-people'
import { planRow, type Plan } from '@shared/plan/plan'
import { nameOf } from '@shared/plan/words'
import { useMemo, type ReactNode } from 'react'
import { PlainTable } from '../../components/PlainTable'
import { goToRow, type RowPlace } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'

/** Who carries what alone, and what falls if one person leaves. */
export function KeyPeople() {
  const plan = useWorkbook((s) => s.plan)
  const month = planRow(plan)?.asOfMonth ?? planRow(plan)?.startMonth ?? null
  const people = useMemo(() => (month === null ? [] : keyPeople(plan, month)), [plan, month])
  const alone = people.filter(({ falls, positions }) => falls.length + positions.length > 0)
  return (
    <PlainTable
      title={people.length === 0 ? 'Who carries what' : finding(alone.length)}
      description="By role or code, never by name. Falls: required, with nobody behind. Positions count where nobody is named as backup."
      firstHead="If this person leaves"
      head={[
        { label: 'Falls', isWords: true },
        { label: 'Position that stands empty', isWords: true },
        { label: 'Somebody can take over', isWords: true },
      ]}
      rows={people.map((person) => ({
        key: person.carrier,
        label: person.carrier,
        cells: cellsOf(plan, person),
      }))}
      empty="Nobody is named yet. Enter below what must be carried, and by whom."
    />
  )
}

function finding(count: number): string {
  if (count === 0) return 'Nothing rests on one person alone'
  return count === 1 ? 'One person carries something alone' : `${count} people each carry something alone`
}

function cellsOf(plan: Plan, { falls, covered, positions }: KeyPerson): ReactNode[] {
  const named = (rows: KeyPerson['falls']) =>
    rows.map(({ id }) => ({
      place: { table: 'responsibility', id } as const,
      text: nameOf(plan, 'responsibility', id),
    }))
  const posts = positions.map(({ position, fte }) => ({
    place: { table: 'position', id: position.id } as const,
    text: `${nameOf(plan, 'position', position.id)}, ${Math.round(fte * 100) / 100} FTE`,
  }))
  return [
    <Places key="falls" places={named(falls)} />,
    <Places key="posts" places={posts} />,
    <Places key="covered" places={named(covered)} />,
  ]
}

function Places({ places }: { readonly places: readonly { readonly place: RowPlace; readonly text: string }[] }) {
  if (places.length === 0) return <Text size="sm">–</Text>
  return places.map(({ place, text }) => (
    <div key={place.id}>
      <Anchor component="button" type="button" size="sm" ta="left" onClick={() => goToRow(place)}>
        {text}
      </Anchor>
    </div>
  ))
}
