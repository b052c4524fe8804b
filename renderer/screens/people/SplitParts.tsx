import { ActionIcon, Button, NativeSelect, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import styles from './people.module.css'

/** A part as it is typed: for which school or fund, and how much; nothing: what the others leave. */
export type TypedPart = { readonly key: number; readonly id: string; readonly text: string }

export const emptyPart = (key: number): TypedPart => ({ key, id: '', text: '' })

type Props = {
  readonly kind: 'School' | 'Fund'
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly parts: readonly TypedPart[]
  /** What each part comes to; empty while they do not add up. */
  readonly words: readonly string[]
  readonly onParts: (parts: readonly TypedPart[]) => void
}

/** The parts of a position, one line each: where, how much, and what that comes to. */
export function SplitParts({ kind, choices, parts, words, onParts }: Props) {
  const one = kind.toLowerCase()
  const change = (at: number, part: Partial<TypedPart>): void =>
    onParts(parts.map((each, i) => (i === at ? { ...each, ...part } : each)))
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed">
        Type FTE (0.6) or a share (60%). What is left goes evenly to the parts that are empty.
      </Text>
      {parts.map(({ key, id, text }, at) => (
        <div key={key} className={styles['part']}>
          <NativeSelect
            aria-label={`${kind} ${at + 1}`}
            data={[
              { value: '', label: `Choose a ${one}` },
              ...choices.map((choice) => ({ value: choice.id, label: choice.name })),
            ]}
            value={id}
            onChange={(event) => change(at, { id: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Part of ${one} ${at + 1}`}
            placeholder="the rest"
            value={text}
            onChange={(event) => change(at, { text: event.currentTarget.value })}
          />
          <Text size="sm" className={styles['partWords'] ?? ''}>
            {words[at] ?? ''}
          </Text>
          <Tooltip label={`Take this ${one} away`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Take ${one} ${at + 1} away`}
              disabled={parts.length <= 2}
              onClick={() => onParts(parts.toSpliced(at, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          disabled={parts.length >= choices.length}
          onClick={() => onParts([...parts, emptyPart(1 + Math.max(...parts.map(({ key }) => key)))])}
        >
          Add a {one}
        </Button>
      </div>
    </Stack>
  )
}
