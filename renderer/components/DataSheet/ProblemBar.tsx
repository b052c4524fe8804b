import { Button, CloseButton, Table } from '@mantine/core'
import { useState } from 'react'
import type { BlockProblem } from './clipboard/block'
import styles from './problem-bar.module.css'
import type { CellProblem } from './use-sheet-edits'

type Props = { readonly problem: CellProblem | null; readonly onClose: () => void }

const mostShown = 200

/** Says under the sheet why a cell kept what it held; for a block, how many did, and which on request. */
export function ProblemBar({ problem, onClose }: Props) {
  if (!problem) return null
  const cells = problem.cells ?? []
  const isHint = problem.key === '' && cells.length === 0
  return (
    <div className={styles['problem']} role={isHint ? 'status' : 'alert'} data-hint={isHint || undefined}>
      <span className={styles['problemText']}>
        {problem.message}
        {cells.length > 0 && <ProblemCells cells={cells} />}
      </span>
      <CloseButton size={24} aria-label="Put this message away" onClick={onClose} />
    </div>
  )
}

function ProblemCells({ cells }: { readonly cells: readonly BlockProblem[] }) {
  const [isShown, setShown] = useState(false)
  return (
    <>
      <Button
        ml="xs"
        size="compact-xs"
        variant="default"
        aria-expanded={isShown}
        onClick={() => setShown((before) => !before)}
      >
        {isShown ? 'Hide them' : 'Show them'}
      </Button>
      {isShown && (
        <div className={styles['problemCells']}>
          <Table verticalSpacing={3} aria-label="Cells that kept what they held">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Line</Table.Th>
                <Table.Th scope="col">Column</Table.Th>
                <Table.Th scope="col">Text</Table.Th>
                <Table.Th scope="col">Why not</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {cells.slice(0, mostShown).map(({ line, column, text, message }) => (
                <Table.Tr key={`${line} ${column} ${message}`}>
                  <Table.Td>{line}</Table.Td>
                  <Table.Td>{column === '' ? 'The whole line' : column}</Table.Td>
                  <Table.Td>{text.length > 60 ? `${text.slice(0, 59)}…` : text}</Table.Td>
                  <Table.Td>{message}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {cells.length > mostShown && <p>And {(cells.length - mostShown).toLocaleString('en-US')} more.</p>}
        </div>
      )}
    </>
  )
}
