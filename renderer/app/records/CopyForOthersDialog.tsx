import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { closeDialog } from '../../stores/interface'
import { copyForOthers } from '../../stores/opening'
import { useWorkbook } from '../../stores/workbook'

/** Asks what a copy to hand on is to hold; whatever is not ticked is not in the file. */
export function CopyForOthersDialog() {
  const scenarios = useWorkbook((s) => s.scenarios)
  const [scenarioIds, setScenarioIds] = useState<readonly string[]>([])
  const [hasNames, setNames] = useState(false)
  const [hasSalaries, setSalaries] = useState(false)
  const [hasNotes, setNotes] = useState(false)
  const save = (): void => {
    closeDialog()
    void copyForOthers({ scenarioIds: [...scenarioIds], hasNames, hasSalaries, hasNotes })
  }
  return (
    <Stack>
      <Text size="sm">
        A new workbook with the current plan, without its history, versions, saved views and import settings. Tick what
        else it may hold.
      </Text>
      <Checkbox
        label="Names and codes of people"
        description="Left out, people become “Person 1”, “Person 2”; roles and positions keep their words."
        checked={hasNames}
        onChange={(event) => setNames(event.currentTarget.checked)}
      />
      <Checkbox
        label="Salaries as they are"
        description="Left out, each becomes the district’s mean for the title, to the nearest $1,000; for titles held by fewer than three, the mean of similar positions. Costs stay close, no one’s pay is told."
        checked={hasSalaries}
        onChange={(event) => setSalaries(event.currentTarget.checked)}
      />
      <Checkbox
        label="Notes"
        description="Other texts that were written freely stay as they are: look through decisions, barriers and messages before you hand it on."
        checked={hasNotes}
        onChange={(event) => setNotes(event.currentTarget.checked)}
      />
      {scenarios.length > 0 && (
        <Checkbox.Group label="Scenarios" value={[...scenarioIds]} onChange={(ids) => setScenarioIds(ids)}>
          <Stack gap={6} mt={6}>
            {scenarios.map(({ id, name, question }) => (
              <Checkbox key={id} value={id} label={name} description={question} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button onClick={save} data-autofocus>
          Save the copy…
        </Button>
      </Group>
    </Stack>
  )
}
