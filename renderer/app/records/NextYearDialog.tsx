import { Button, Checkbox, Group, ScrollArea, Stack, Text } from '@mantine/core'
import { addMonths, monthWords } from '@shared/plan/month'
import { carriedPartNames, carriedParts, nextYearPlan, type CarriedPartName } from '@shared/plan/next-year'
import { planRow, type Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import { countWords, districtOf } from '@shared/plan/words'
import { IconFolderOpen } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { closeDialog } from '../../stores/interface'
import { createFrom, peekAt } from '../../stores/opening'
import { useWorkbook } from '../../stores/workbook'

type Source = { readonly name: string; readonly plan: Plan }

/** Makes next year's workbook from this year's: which one, then what is carried over. */
export function NextYearDialog() {
  const [source, setSource] = useState<Source | null>(null)
  return source ? <Parts source={source} /> : <Choice onChosen={setSource} />
}

function Choice({ onChosen }: { readonly onChosen: (source: Source) => void }) {
  const openName = useWorkbook((s) => s.file?.name)
  const plan = useWorkbook((s) => s.currentPlan)
  const [isReading, setReading] = useState(false)
  const choose = async (): Promise<void> => {
    setReading(true)
    const chosen = await peekAt()
    setReading(false)
    if (chosen) onChosen(chosen)
  }
  return (
    <Stack>
      <Text size="sm">
        A new workbook that starts a year later, with what goes on from last year’s plan. The old workbook stays as it
        is.
      </Text>
      {openName !== undefined && (
        <Button data-autofocus onClick={() => onChosen({ name: openName, plan })}>
          From the open workbook, “{openName}”
        </Button>
      )}
      <Button
        variant={openName === undefined ? 'filled' : 'default'}
        leftSection={<IconFolderOpen size={18} />}
        loading={isReading}
        onClick={() => void choose()}
      >
        Choose a workbook…
      </Button>
    </Stack>
  )
}

const usual = carriedPartNames.filter((name) => carriedParts[name].isUsual)

/** How much of a part there is in the new plan, in words. */
function amountWords(plan: Plan, part: CarriedPartName): string {
  const tables: readonly TableName[] = carriedParts[part].tables
  const counts = tables.flatMap((table) => (plan[table].size === 0 ? [] : [countWords(table, plan[table].size)]))
  return counts.slice(0, 3).join(', ')
}

function Parts({ source: { name, plan } }: { readonly source: Source }) {
  const [parts, setParts] = useState<readonly CarriedPartName[]>(usual)
  const next = useMemo(() => nextYearPlan(plan, new Set(parts)), [plan, parts])
  const startMonth = planRow(plan)?.startMonth
  if (startMonth === undefined) return <Text role="alert">“{name}” holds no plan that could be carried over.</Text>
  const make = (): void => {
    closeDialog()
    void createFrom(`${districtOf(plan)} ${addMonths(startMonth, 12).slice(0, 4)}`, next)
  }
  return (
    <Stack>
      <Text size="sm">
        From “{name}”. The new plan starts in {monthWords(addMonths(startMonth, 12))}. What is carried over:
      </Text>
      <ScrollArea.Autosize
        offsetScrollbars
        mah="52dvh"
        viewportProps={{ tabIndex: 0, 'aria-label': 'What is carried over' }}
      >
        <Checkbox.Group
          aria-label="What is carried over"
          value={[...parts]}
          onChange={(chosen) => setParts(carriedPartNames.filter((part) => chosen.includes(part)))}
        >
          <Stack gap="xs" p={2}>
            {carriedPartNames.map((part) => (
              <Checkbox
                key={part}
                value={part}
                label={carriedParts[part].label}
                description={[carriedParts[part].help, parts.includes(part) ? amountWords(next, part) : '']
                  .filter((text) => text !== '')
                  .join(' ')}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button onClick={make}>Make the new workbook…</Button>
      </Group>
    </Stack>
  )
}
