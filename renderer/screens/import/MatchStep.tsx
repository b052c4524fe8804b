import { Stack, Text } from '@mantine/core'
import { columnNames } from '@shared/exchange/header'
import { setMapping, setTotals, sheetOf, useImporting } from '../../stores/importing/importing'
import { FieldMatching } from './FieldMatching'
import { RowChoice } from './RowChoice'
import { StaffTotalsMatching } from './StaffTotalsMatching'

/** Which column becomes what, and which rows are taken. */
export function MatchStep() {
  const { mapping, totals, headerRow, isRemembered } = useImporting()
  const sheet = useImporting(sheetOf)
  if (!sheet) return null
  const columns = columnNames(sheet.rows, headerRow)
  return (
    <Stack gap="lg" mt="xs">
      {isRemembered && <Text>The columns are matched as you matched them the last time.</Text>}
      {mapping && (
        <>
          <RowChoice mapping={mapping} sheet={sheet} headerRow={headerRow} columns={columns} onChange={setMapping} />
          <FieldMatching
            mapping={mapping}
            sheet={sheet}
            headerRow={headerRow}
            columns={columns}
            onChange={setMapping}
          />
        </>
      )}
      {totals && <StaffTotalsMatching totals={totals} columns={columns} onChange={setTotals} />}
    </Stack>
  )
}
