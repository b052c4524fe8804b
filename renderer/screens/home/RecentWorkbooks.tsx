import { ActionIcon, Badge, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import type { Recent } from '@shared/contract/calls'
import { IconPin, IconPinFilled, IconX } from '@tabler/icons-react'
import { openWorkbook } from '../../stores/opening'
import { forgetRecent, pinRecent, useRecents } from '../../stores/recents'
import styles from './home.module.css'

const day = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })

/** Workbooks that were open before; one that is gone can be looked for elsewhere or taken off the list. */
export function RecentWorkbooks() {
  const recents = useRecents((s) => s.recents)
  if (!recents || recents.length === 0) return null
  return (
    <section aria-labelledby="recent-workbooks">
      <Title order={2} id="recent-workbooks" mb={6}>
        Recent workbooks
      </Title>
      <ul className={styles['recents']}>
        {recents.map((recent) => (
          <RecentLine key={recent.path} recent={recent} />
        ))}
      </ul>
    </section>
  )
}

function RecentLine({ recent }: { readonly recent: Recent }) {
  const { path, name, summary, openedAt, isPinned, exists } = recent
  const pinLabel = isPinned ? `Take the pin off ${name}` : `Pin ${name} to the top`
  return (
    <li className={styles['recent']}>
      <UnstyledButton
        className={styles['recentMain'] ?? ''}
        onClick={() => void (exists ? openWorkbook(path) : openWorkbook())}
      >
        <Text fw={600} truncate>
          {name}
          {!exists && (
            <Badge ml={8} variant="light" color="yellow">
              Moved: locate…
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed" truncate title={path}>
          {[summary, `opened ${day(openedAt)}`, path].filter((part) => part !== null).join(' · ')}
        </Text>
      </UnstyledButton>
      <Tooltip label={pinLabel}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={pinLabel}
          aria-pressed={isPinned}
          onClick={() => void pinRecent(path, !isPinned)}
        >
          {isPinned ? <IconPinFilled size={17} /> : <IconPin size={17} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Take it off this list; the file stays">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Take ${name} off this list`}
          onClick={() => void forgetRecent(path)}
        >
          <IconX size={17} />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}
