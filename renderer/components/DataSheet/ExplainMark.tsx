import { IconListDetails } from '@tabler/icons-react'
import styles from './data-sheet.module.css'

type Props = {
  /** Which figure, in words: "Staff". */
  readonly what: string
  readonly onExplain: () => void
}

/** The small sign in a cell that was worked out; Alt+E on the cell is its twin on the keyboard. */
export function ExplainMark({ what, onExplain }: Props) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['explainMark']}
      title={`Explain ${what} (Alt+E)`}
      aria-label={`Explain ${what}`}
      // the cell keeps the focus, to which Esc leads back
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation()
        onExplain()
      }}
    >
      <IconListDetails size={14} aria-hidden />
    </button>
  )
}
