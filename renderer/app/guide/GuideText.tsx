import { Kbd, ScrollArea, Table, Text, Title } from '@mantine/core'
import styles from './guide.module.css'
import { blocksOf, type Block, type Spans } from './markdown'
import { pictures } from './pictures'

type Follow = (to: string) => void
type Props = { readonly file: string; readonly text: string; readonly onFollow: Follow }

/** One page of the guide; its own heading, which stands above it, is left out. */
export function GuideText({ file, text, onFollow }: Props) {
  const [, ...blocks] = blocksOf(text)
  return blocks.map((block, at) => <BlockView key={`${file} ${String(at)}`} block={block} onFollow={onFollow} />)
}

function BlockView({ block, onFollow }: { readonly block: Block; readonly onFollow: Follow }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={4} mt="sm">
          {block.text}
        </Title>
      )
    case 'text':
      return (
        <Text size="md" className={styles['words'] ?? ''}>
          <SpansView spans={block.spans} onFollow={onFollow} />
        </Text>
      )
    case 'list':
      return <ListView block={block} onFollow={onFollow} />
    case 'table':
      return <TableView block={block} onFollow={onFollow} />
    case 'image':
      return <img className={styles['picture']} src={pictures[block.file]} alt={block.words} />
    default:
      return block satisfies never
  }
}

type Part<K extends Block['kind']> = { readonly block: Extract<Block, { kind: K }>; readonly onFollow: Follow }

function ListView({ block: { first, items }, onFollow }: Part<'list'>) {
  const lines = items.map((spans, at) => (
    <li key={`item ${String(at)}`}>
      <SpansView spans={spans} onFollow={onFollow} />
    </li>
  ))
  if (first === null) return <ul className={styles['list']}>{lines}</ul>
  return (
    <ol className={styles['list']} start={first}>
      {lines}
    </ol>
  )
}

function TableView({ block: { head, rows }, onFollow }: Part<'table'>) {
  const [first] = head
  const label = first?.map(({ text }) => text).join('') ?? ''
  return (
    <ScrollArea type="auto" className={styles['table'] ?? ''} viewportProps={{ tabIndex: 0, 'aria-label': label }}>
      <Table fz="sm" withTableBorder verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {head.map((spans, at) => (
              <Table.Th key={`head ${String(at)}`} scope="col">
                <SpansView spans={spans} onFollow={onFollow} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, line) => (
            <Table.Tr key={`row ${String(line)}`}>
              {cells.map((spans, at) => (
                <Table.Td key={`cell ${String(at)}`}>
                  <SpansView spans={spans} onFollow={onFollow} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}

function SpansView({ spans, onFollow }: { readonly spans: Spans; readonly onFollow: Follow }) {
  return spans.map((span, at) => {
    const key = `${span.kind} ${String(at)}`
    if (span.kind === 'link') {
      return (
        <button key={key} type="button" role="link" className={styles['link']} onClick={() => onFollow(span.to)}>
          {span.text}
        </button>
      )
    }
    if (span.kind === 'strong') return <strong key={key}>{span.text}</strong>
    if (span.kind === 'key') return <Kbd key={key}>{span.text}</Kbd>
    return <span key={key}>{span.text}</span>
  })
}
