import type { ReactNode } from 'react'
import styles from './Card.module.css'

type Props = { readonly children: ReactNode; readonly label?: string }

/** A bordered part of a screen; `label` names it for screen readers where it has no heading of its own. */
export function Card({ children, label }: Props) {
  return (
    <section className={styles['card']} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </section>
  )
}
