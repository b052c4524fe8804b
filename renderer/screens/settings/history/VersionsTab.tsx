import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import type { Snapshot } from '@shared/contract/workbook'
import { IconBookmark, IconBookmarkPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { EmptyState } from '../../../components/EmptyState'
import { openDialog } from '../../../stores/interface'
import { loadVersions, useRecords } from '../../../stores/records'
import { isLocked, useWorkbook } from '../../../stores/workbook'
import { Comparison } from './Comparison'
import { DeleteVersion } from './DeleteVersion'
import styles from './history.module.css'
import { moment } from './moment'
import { RestoreVersion } from './RestoreVersion'

const saveAVersion = (): void => openDialog({ kind: 'save-version' })

/** The versions of the plan that were kept under a name: what has changed since, and the way back. */
export function VersionsTab() {
  const sessionId = useWorkbook((s) => s.file?.sessionId ?? null)
  const canEdit = useWorkbook((s) => !isLocked(s))
  const versions = useRecords((s) => s.versions)
  const [comparedId, setComparedId] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ readonly act: 'restore' | 'delete'; readonly version: Snapshot } | null>(null)
  useEffect(() => void loadVersions(sessionId), [sessionId])
  if (versions === null) return null
  if (versions.length === 0)
    return (
      <EmptyState
        icon={IconBookmark}
        title="No version has been kept yet"
        text="Keep the plan as it is now under a name, before the board meets or before a big change. Later you can see what has changed since, and go back."
      >
        {canEdit && <Button onClick={saveAVersion}>Save a version…</Button>}
      </EmptyState>
    )
  const compared = versions.find(({ id }) => id === comparedId) ?? null
  const close = (): void => setAsked(null)
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text c="dimmed" size="sm">
          The current plan as it was when each was kept. Scenarios are not in them.
        </Text>
        {canEdit && (
          <Button leftSection={<IconBookmarkPlus size={17} />} onClick={saveAVersion}>
            Save a version…
          </Button>
        )}
      </Group>
      <Table aria-label="Saved versions" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Version</Table.Th>
            <Table.Th>Kept</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th>
              <VisuallyHidden>What to do</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((version) => (
            <Table.Tr key={version.id}>
              <Table.Td fw={600}>{version.name}</Table.Td>
              <Table.Td className={styles['moment'] ?? ''}>{moment(version.at)}</Table.Td>
              <Table.Td>{version.actor}</Table.Td>
              <Table.Td>
                <div className={styles['tools']}>
                  <Button
                    size="compact-sm"
                    variant={version.id === comparedId ? 'filled' : 'default'}
                    aria-label={`Compare “${version.name}” with now`}
                    aria-pressed={version.id === comparedId}
                    onClick={() => setComparedId(version.id === comparedId ? null : version.id)}
                  >
                    Compare
                  </Button>
                  {canEdit && (
                    <>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Restore “${version.name}”…`}
                        onClick={() => setAsked({ act: 'restore', version })}
                      >
                        Restore…
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Delete “${version.name}”…`}
                        onClick={() => setAsked({ act: 'delete', version })}
                      >
                        Delete…
                      </Button>
                    </>
                  )}
                </div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {compared && <Comparison key={compared.id} version={compared} />}
      <RestoreVersion version={asked?.act === 'restore' ? asked.version : null} onClose={close} />
      <DeleteVersion version={asked?.act === 'delete' ? asked.version : null} onClose={close} />
    </>
  )
}
