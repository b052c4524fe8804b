import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCalendarPlus, IconFolderOpen, IconSchool } from '@tabler/icons-react'
import { useEffect } from 'react'
import { openDialog } from '../../stores/interface'
import { openSample, openWorkbook } from '../../stores/opening'
import { loadRecents } from '../../stores/recents'
import { useWorkbook } from '../../stores/workbook'
import styles from './home.module.css'
import { RecentWorkbooks } from './RecentWorkbooks'
import { StartDistrict } from './StartDistrict'

/** The window without a workbook: try the sample, start one's own, or go on with what was open before. */
export function Home() {
  const isOpening = useWorkbook((s) => s.isOpening)
  useEffect(() => {
    document.title = 'Rollout Workbook'
    void loadRecents()
  }, [])
  return (
    <main className={styles['home']} data-region>
      <div className={styles['column']}>
        <header>
          <Title order={1} tabIndex={-1} data-page-title>
            Rollout Workbook
          </Title>
          <Text c="dimmed" size="lg" mt={4}>
            Plan how a program reaches every school, what it takes, and whether it can be kept.
          </Text>
        </header>
        <div className={styles['ways']}>
          <Paper withBorder p="lg" radius="md" className={styles['way'] ?? ''}>
            <Stack gap="sm" h="100%">
              <Title order={2}>See how it works</Title>
              <Text c="dimmed">
                Seven schools, 400 staff, two pilots done, three waves and a grant that ends: a made-up district to look
                around in and change as you like.
              </Text>
              <Button
                mt="auto"
                leftSection={<IconSchool size={18} />}
                loading={isOpening}
                onClick={() => void openSample()}
              >
                Open the sample district
              </Button>
              <Button
                variant="default"
                leftSection={<IconFolderOpen size={18} />}
                disabled={isOpening}
                onClick={() => void openWorkbook()}
              >
                Open a workbook…
              </Button>
              <Button
                variant="default"
                leftSection={<IconCalendarPlus size={18} />}
                disabled={isOpening}
                onClick={() => openDialog({ kind: 'new-from-last-year' })}
              >
                New from last year’s plan…
              </Button>
            </Stack>
          </Paper>
          <StartDistrict />
        </div>
        <RecentWorkbooks />
        <Text c="dimmed" size="sm">
          You can also drag a workbook onto this window. Everything stays in files on this computer; nothing is sent
          anywhere.
        </Text>
      </div>
    </main>
  )
}
