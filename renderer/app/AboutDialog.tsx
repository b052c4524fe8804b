import { Stack, Text } from '@mantine/core'
import type { CallValue } from '@shared/contract/calls'
import { useEffect, useState } from 'react'
import { call } from '../stores/bridge'

/** Which program this is, for the planner and for support. */
export function AboutDialog() {
  const [info, setInfo] = useState<CallValue<'app.info'> | null>(null)
  useEffect(() => {
    void call('app.info', {}).then((answer) => {
      if (answer.ok) setInfo(answer.value)
    })
  }, [])
  return (
    <Stack gap="xs">
      <Text>
        Plan how a program reaches every school, what it costs and who pays, who does the work, and whether it can be
        kept. Everything stays in one file on this computer.
      </Text>
      {info && (
        <Text size="sm" c="dimmed">
          Version {info.version} · Electron {info.electron} · Chrome {info.chrome} · {info.platform}
        </Text>
      )}
    </Stack>
  )
}
