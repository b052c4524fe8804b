import { ScrollArea, Stack, Table, Text, Title } from '@mantine/core'
import { modelCard, type CardBlock } from '@shared/model/card'
import styles from './model-card.module.css'

/** How the forecast works, on what it rests and where it ends: the model card. */
export function ModelCardDialog() {
  return (
    <Stack gap="lg">
      {modelCard.map(({ title, blocks }) => (
        <section key={title}>
          <Title order={3} mb={4}>
            {title}
          </Title>
          <Stack gap="xs">
            {blocks.map((block, at) => (
              <Block key={`${title} ${String(at)}`} block={block} label={title} />
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  )
}

function Block({ block, label }: { readonly block: CardBlock; readonly label: string }) {
  if (block.kind === 'text') return <Text size="sm">{block.text}</Text>
  if (block.kind === 'lines') {
    return (
      <ul className={styles['lines']}>
        {block.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )
  }
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': label }}>
      <Table fz="xs" withTableBorder verticalSpacing={4} miw={900}>
        <Table.Thead>
          <Table.Tr>
            {block.head.map((words) => (
              <Table.Th key={words} scope="col">
                {words}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {block.rows.map((cells) => (
            <Table.Tr key={cells.join(' ')}>
              {cells.map((words, at) => (
                <Table.Td key={block.head[at]}>{words}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
