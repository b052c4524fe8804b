import { Anchor, Stack, Table, Text, Title } from '@mantine/core'
import type { Assumption } from '@shared/forecast/assumption'
import { groupBy } from '@shared/money/grouping'
import type { Plan } from '@shared/plan/plan'
import { tableOf } from '@shared/plan/tables'
import { countWords, nameOf } from '@shared/plan/words'
import { Card } from '../../components/Card'
import { useForecast } from '../../stores/forecast'
import { goToRow, goTo } from '../../stores/interface'
import { tablePlaces } from '../../stores/table-places'

/** The same assumption of several districts once. */
function withoutRepeats(assumptions: readonly Assumption[]): Assumption[] {
  const seen = new Map(assumptions.map((one) => [[one.table, one.id, one.field, one.why].join('\n'), one]))
  return [...seen.values()]
}

/** More rows than this that are taken the same way, for the same reason, are one line with the rows below it. */
const mostAlone = 3

/** What is taken the same way for the same reason, in the order of the first of each. */
const alike = (list: readonly Assumption[]): Assumption[][] =>
  [...groupBy(list, ({ table, field, value, why }) => [table, field, value, why].join('\n')).values()].flatMap((same) =>
    same.length > mostAlone ? [same] : same.map((one) => [one]),
  )

const aboutWords = (plan: Plan, { table, id }: Assumption): string =>
  id === null ? tableOf(table).labelOne : nameOf(plan, table, id)

const jump = ({ table, id }: Assumption): void =>
  id === null ? goTo(tablePlaces[table].screen) : goToRow({ table, id })

/** What an assumption is about, with the way there; of many, their number and each of them on asking. */
function About({ all, plan }: { readonly all: readonly Assumption[]; readonly plan: Plan }) {
  const links = all.map((one) => (
    <Anchor key={one.id ?? ''} component="button" type="button" size="sm" ta="left" onClick={() => jump(one)}>
      {aboutWords(plan, one)}
    </Anchor>
  ))
  const [first] = all
  if (all.length === 1 || first === undefined) return links
  return (
    <details>
      <summary>{countWords(first.table, all.length)}</summary>
      <Stack gap={6} align="flex-start" mt={4}>
        {links}
      </Stack>
    </details>
  )
}

/** What the plan does not say and the forecast had to assume, each with the way to where it is entered. */
export function Assumptions() {
  const shown = useForecast((state) => state.shown)
  if (!shown) return null
  const list = withoutRepeats(shown.compiled.flatMap(({ assumptions }) => assumptions))
  return (
    <Card>
      <Title order={2} size="h4">
        {list.length === 1 ? '1 assumption to confirm' : `${list.length} assumptions to confirm`}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        What the plan does not say, the forecast takes as follows. Enter a figure of your own and it leaves this list.
      </Text>
      {list.length > 0 && (
        <Table fz="sm" aria-label="Assumptions to confirm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">About</Table.Th>
              <Table.Th scope="col">What</Table.Th>
              <Table.Th scope="col">Taken as</Table.Th>
              <Table.Th scope="col">Why</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {alike(list).map(([one, ...others]) =>
              one === undefined ? null : (
                <Table.Tr key={[one.table, one.id, one.field, one.why].join(' ')} style={{ verticalAlign: 'top' }}>
                  <Table.Th scope="row" fw={400}>
                    <About all={[one, ...others]} plan={shown.plan} />
                  </Table.Th>
                  <Table.Td>
                    {one.field === null
                      ? tableOf(one.table).labelOne
                      : (tableOf(one.table).fields[one.field]?.label ?? one.field)}
                  </Table.Td>
                  <Table.Td>{one.value}</Table.Td>
                  <Table.Td>{one.why}</Table.Td>
                </Table.Tr>
              ),
            )}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  )
}
