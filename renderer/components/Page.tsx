import { Text, Title } from '@mantine/core'
import { type ReactNode } from 'react'
import styles from './Page.module.css'

type Props = {
  readonly title: string
  /** One line that says what the screen is for. */
  readonly purpose: string
  /** Buttons of the whole screen, at the right of its title. */
  readonly toolbar?: ReactNode
  readonly children: ReactNode
}

/** The frame of every screen: its title, which gets the focus when the screen is entered, what it is for, and its buttons. */
export function Page({ title, purpose, toolbar, children }: Props) {
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <Title order={1} tabIndex={-1} data-page-title className={styles['title'] ?? ''}>
            {title}
          </Title>
          <Text c="dimmed" mt={2} maw={960} className={styles['purpose'] ?? ''}>
            {purpose}
          </Text>
        </div>
        {toolbar !== undefined && <div className={styles['toolbar']}>{toolbar}</div>}
      </div>
      {children}
    </div>
  )
}
