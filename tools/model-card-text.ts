import { modelCard, type CardBlock } from '../shared/model/card'

const opening = `# Model card

Made from \`shared/model/card.ts\` and the parameter table in \`shared/model/parameters.ts\` by \`node tools/model-card.ts\`; a test fails where this
page and they differ. Do not edit it by hand. In the app: Help, How the forecast works.`

const cell = (words: string): string => words.replaceAll('|', '\\|')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

function blockText(block: CardBlock): string {
  if (block.kind === 'text') return block.text
  if (block.kind === 'lines') return ['```text', ...block.lines, '```'].join('\n')
  return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n')
}

/** The model card as Markdown. */
export const modelCardText = (): string =>
  `${[opening, ...modelCard.map(({ title, blocks }) => [`## ${title}`, ...blocks.map(blockText)].join('\n\n'))].join('\n\n')}\n`
