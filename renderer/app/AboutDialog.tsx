import { Button, Group, Stack, Text } from '@mantine/core'
import type { CallValue } from '@shared/contract/calls'
import { useEffect, useState } from 'react'
import { call } from '../stores/bridge'
import { openDialog } from '../stores/interface'
import { LookForUpdate } from './support/LookForUpdate'

/** Which program this is and what it is made of, for the planner and for support. */
export function AboutDialog() {
  const [info, setInfo] = useState<CallValue<'app.info'> | null>(null)
  useEffect(() => {
    void call('app.info', {}).then((answer) => {
      if (answer.ok) setInfo(answer.value)
    })
  }, [])
  return (
    <Stack gap="sm">
      <Text>
        Plan how a program reaches every school, what it costs and who pays, who does the work, and whether it can be
        kept. Everything stays in one file on this computer.
      </Text>
      {info && (
        <>
          <Text size="sm" c="dimmed">
            Version {info.version} · Electron {info.electron} · Chrome {info.chrome} · Node {info.node} ·{' '}
            {info.platform}
          </Text>
          <LookForUpdate isAllowed={info.canLookForUpdate} />
        </>
      )}
      <Text size="sm">Free for everyone to use, change and pass on (MIT license).</Text>
      <Group gap="sm">
        <Button variant="default" size="xs" onClick={() => openDialog({ kind: 'licenses' })}>
          What it is made of, with licenses
        </Button>
        <Button variant="default" size="xs" onClick={() => openDialog({ kind: 'support' })}>
          Save a support file…
        </Button>
      </Group>
    </Stack>
  )
}
