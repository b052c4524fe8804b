import { Anchor, Text } from '@mantine/core'
import type { Plan } from '@shared/plan/plan'
import type { Row } from '@shared/plan/tables'
import { nameOf } from '@shared/plan/words'
import type { ReactNode } from 'react'
import { goToRow } from '../../stores/interface'

/** Full-time equivalents, to the hundredth. */
export const fteWords = (fte: number): string => String(Math.round(fte * 100) / 100)

/** A figure and below it, small, what it is. */
export function WithWords({ figure, words }: { readonly figure: ReactNode; readonly words: string }) {
  return (
    <>
      {figure}{' '}
      <Text span size="xs" c="dimmed" display="block" fw={400}>
        {words}
      </Text>
    </>
  )
}

/** A position, and the way to its row. */
export function PositionName({ plan, position }: { readonly plan: Plan; readonly position: Row<'position'> }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="left"
      onClick={() => goToRow({ table: 'position', id: position.id })}
    >
      {nameOf(plan, 'position', position.id)}
    </Anchor>
  )
}
