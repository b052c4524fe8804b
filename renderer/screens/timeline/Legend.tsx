import { Group, Kbd, Stack, Text } from '@mantine/core'
import { Hatching } from './Hatching'
import { PointShape } from './PointShape'
import chart from './chart.module.css'
import picture from './lane-picture.module.css'
import styles from './timeline.module.css'

const hatchId = 'legend-hatching'

/** The keys of the timeline, as they stand in the list of shortcuts too. */
const keys: readonly (readonly [keys: string, what: string])[] = [
  ['↑ ↓', 'From line to line'],
  ['← →', 'Move by a month; with Shift by three'],
  ['Ctrl+← →', 'Move the end'],
  ['Space', 'Open or close what a line holds'],
  ['Enter', 'Details of the line'],
  ['F2', 'Move or resize by typing months'],
  ['+ −', 'Closer, further away'],
]

/** What the signs of the picture mean, and the keys that work in it. */
export function Legend() {
  return (
    <Group align="flex-start" gap="xl" wrap="nowrap" tabIndex={0} role="group" aria-label="Signs and keys">
      <Stack gap={6}>
        <Signs />
        <Sign words="Where it was in the baseline">
          <rect y={8} width={20} height={4} className={picture['baseline']} />
        </Sign>
      </Stack>
      <Stack gap={6}>
        {keys.map(([name, what]) => (
          <Group key={name} gap={8} wrap="nowrap">
            <Kbd size="xs" className={styles['key'] ?? ''}>
              {name}
            </Kbd>
            <Text size="xs">{what}</Text>
          </Group>
        ))}
      </Stack>
    </Group>
  )
}

function Signs() {
  return (
    <>
      <Sign words="Planned">
        <rect y={4} width={20} height={12} rx={2} className={picture['plain']} />
      </Sign>
      <Sign words="On the way, held, or only paying out">
        <rect x={0.5} y={4} width={19} height={12} rx={2} className={picture['tail']} />
      </Sign>
      <Sign words="Nobody in the post">
        <Hatching id={hatchId} />
        <rect x={0.5} y={4} width={19} height={12} rx={2} className={picture['vacant']} fill={`url(#${hatchId})`} />
      </Sign>
      <Sign words="A fund leaves a gap">
        <path d="M3 4h14l-7 12z" className={picture['cliff']} />
      </Sign>
      <Sign words="Milestone: to come, done, late">
        <PointShape shape="diamond" look="done" x={10} y={10} />
      </Sign>
      <Sign words="Gate: not decided, decided">
        <PointShape shape="gate" look="plain" x={10} y={10} />
      </Sign>
      <Sign words="Forecast">
        <PointShape shape="flag" look="plain" x={10} y={10} />
      </Sign>
      <Sign words="Little or no school">
        <rect y={2} width={20} height={16} className={chart['shade-full']} />
      </Sign>
      <Sign words="Where the plan stands (as of)">
        <path d="M10 1v18" className={chart['asOf']} />
      </Sign>
    </>
  )
}

function Sign({ words, children }: { readonly words: string; readonly children: React.ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap">
      <svg width={20} height={20} aria-hidden className={picture['positions']}>
        {children}
      </svg>
      <Text size="xs">{words}</Text>
    </Group>
  )
}
