import { ActionIcon, Tooltip } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'

type Props = {
  /** Which figure, in words: "Cost of the plan". */
  readonly what: string
  readonly onExplain: () => void
}

/** The small button beside a figure that shows what it is made of. */
export function ExplainButton({ what, onExplain }: Props) {
  return (
    <Tooltip label={`Explain ${what} (Alt+E)`}>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Explain ${what}`} onClick={onExplain}>
        <IconListDetails size={16} />
      </ActionIcon>
    </Tooltip>
  )
}
