import { UnstyledButton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import styles from './JumpList.module.css'

export type JumpItem = {
  readonly key: string
  readonly sentence: string
  /** Leads to where it is put right. */
  readonly onGo: () => void
}

/** Sentences that each lead somewhere. */
export function JumpList({ items, label }: { readonly items: readonly JumpItem[]; readonly label?: string }) {
  return (
    <ul className={styles['list']} {...(label === undefined ? {} : { 'aria-label': label })}>
      {items.map(({ key, sentence, onGo }) => (
        <li key={key}>
          <UnstyledButton className={styles['item'] ?? ''} onClick={onGo}>
            <span className={styles['sentence']}>{sentence}</span>
            <IconArrowRight size={16} aria-hidden className={styles['sign']} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
