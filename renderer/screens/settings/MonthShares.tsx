import { Button, Group, Text, TextInput } from '@mantine/core'
import { shortMonthNames } from '@shared/plan/month'
import { parseSetting, settingText, isSettingKey } from '@shared/plan/settings'
import { useState } from 'react'
import type { Entry, MonthsEditor } from './entry'
import styles from './settings.module.css'

const tidy = (value: number): number => Number(value.toPrecision(12))

const percentOf = (text: string): number | null => {
  const value = Number(text.replace(/\s*%\s*$/, ''))
  return text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 100 ? null : value
}

const sharesOf = (entry: Entry, kept: string): readonly number[] => {
  const value = isSettingKey(entry.key) ? parseSetting(entry.key, kept) : null
  return typeof value === 'object' && value !== null ? value : []
}

type Props = {
  readonly entry: Entry
  readonly editor: MonthsEditor
  readonly kept: string
  readonly isLocked: boolean
  readonly onKeep: (kept: string) => Promise<unknown>
}

/** Twelve shares, a month each, with what they add up to; they are kept together, so that a sum of 100% can be reached. */
export function MonthShares({ entry, editor, kept, isLocked, onKeep }: Props) {
  const now = sharesOf(entry, kept).map((share) => String(tidy(share * 100)))
  const [draft, setDraft] = useState<readonly string[] | null>(null)
  const typed = draft ?? now
  const parts = typed.map(percentOf)
  const wrong = parts.findIndex((part) => part === null)
  const sum = tidy(parts.reduce<number>((total, part) => total + (part ?? 0), 0))
  const isSumWrong = editor.sumsToOne && Math.abs(sum - 100) > 1e-7
  const problem =
    wrong !== -1
      ? `${shortMonthNames[wrong] ?? ''} must be between 0% and 100%.`
      : isSumWrong
        ? `The twelve months add up to ${sum}%; they must add up to 100%.`
        : null
  const keep = () => {
    if (problem === null)
      void onKeep(settingText(parts.map((part) => tidy((part ?? 0) / 100)))).then(() => setDraft(null))
  }
  const sumWords = editor.sumsToOne ? `Sum: ${sum}%` : `Sum: ${tidy(sum / 100)} full months of school`
  return (
    <div role="group" aria-label={entry.label}>
      <div className={styles['months']}>
        {shortMonthNames.map((name, month) => (
          <TextInput
            key={name}
            label={name}
            size="xs"
            inputMode="decimal"
            readOnly={isLocked}
            value={typed[month] ?? ''}
            error={parts[month] === null}
            rightSection={
              <Text size="xs" c="dimmed" aria-hidden>
                %
              </Text>
            }
            rightSectionWidth={20}
            onChange={(event) => {
              const text = event.currentTarget.value
              setDraft(typed.map((part, at) => (at === month ? text : part)))
            }}
          />
        ))}
      </div>
      <Group gap="sm" mt={6} mih={30}>
        <Text size="sm" role="status">
          {problem === null ? sumWords : <span className={styles['problem']}>{problem}</span>}
        </Text>
        {draft !== null && (
          <>
            <Button size="compact-sm" disabled={problem !== null} onClick={keep}>
              Keep these months
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDraft(null)}>
              Cancel
            </Button>
          </>
        )}
      </Group>
    </div>
  )
}
