import { statusSigns } from '@shared/forecast/status'
import { dayWords } from '@shared/plan/day'
import { monthWords } from '@shared/plan/month'
import { draftWords, reportHeading } from '@shared/report/access/report-document'
import { cellWords } from '@shared/report/cell-words'
import {
  isShown,
  isWords,
  paperTable,
  statusHeaders,
  type Block,
  type Report,
  type ReportTable,
  type StatusLine,
} from '@shared/report/report'
import { decisionWords } from '@shared/report/sections/summary'
import { lightPalette } from '../charts/palette'
import { ReportPicture } from '../charts/ReportPicture'

/** Seven inches of Letter paper at 96 pixels to the inch, a little less: what is wider is cut off. */
const chartWidth = 660
const chartHeight = 210
/** More rows than that may be torn over two pages, and are printed small. */
const longTable = 16
/** Letters of a cell that is not torn over two lines. */
const briefWords = 10

/** The report as it stands on paper: plain headings, tables and pictures, which the PDF keeps as such. */
export function ReportPaper({ report }: { readonly report: Report }) {
  const { scenario, asOf, date, contact, sections } = report
  return (
    <article>
      <header>
        <h1>{reportHeading(report)}</h1>
        {report.isDraft && <p className="draft">{draftWords}</p>}
        <p className="about">
          {scenario === null ? 'Current plan' : `Scenario: ${scenario}`} · As of {monthWords(asOf)} · Report of{' '}
          {dayWords(date)}
          {contact !== null && <> · Questions: {contact}</>}
        </p>
      </header>
      {sections.map((section) => (
        <section key={section.id}>
          <h2>
            <span className="sectionName">{section.name}</span> {section.title}
          </h2>
          {section.blocks.filter(isShown).map((block, at) => (
            <PaperBlock key={`${section.id} ${at}`} block={block} />
          ))}
        </section>
      ))}
    </article>
  )
}

function PaperBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p className={block.text.startsWith(decisionWords) ? 'decision' : undefined}>{block.text}</p>
    case 'statusLines':
      return <StatusTable lines={block.lines} />
    case 'table':
      return <PaperTable table={block.table} />
    case 'chart':
      return (
        <>
          {/* no <figure>: the PDF would have it as a second picture around the picture, without words of its own */}
          <div className="figure">
            <h3>{block.chart.title}</h3>
            <ReportPicture chart={block.chart} palette={lightPalette} width={chartWidth} height={chartHeight} />
            <p className="caption">{block.chart.summary}</p>
          </div>
          {block.chart.isInTable !== true && <TableGrid table={paperTable(block.chart)} />}
        </>
      )
    case 'steps':
      return (
        <>
          <h3>{block.title}</h3>
          <ol>
            {block.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )
    case 'terms':
    default:
      return (
        <>
          <h3>{block.title}</h3>
          <dl>
            {block.terms.map(({ word, text }) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </>
      )
  }
}

function StatusTable({ lines }: { readonly lines: readonly StatusLine[] }) {
  return (
    <table className="status">
      <thead>
        <tr>
          {statusHeaders.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, text, status, statusWord, sentence }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="now">{text}</td>
            <td className="word" data-status={status}>
              {statusSigns[status]} {statusWord}
            </td>
            <td>{sentence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PaperTable({ table }: { readonly table: ReportTable }) {
  return (
    <>
      <h3>{table.title}</h3>
      <TableGrid table={table} />
      {table.note !== null && <p className="note">{table.note}</p>}
    </>
  )
}

function TableGrid({ table: { id, columns, rows, hasTotal } }: { readonly table: ReportTable }) {
  const side = (at: number): string => (at === 0 || isWords(columns[at]) ? 'words' : 'figures')
  return (
    <table
      className={`${columns.length > 7 || rows.length > longTable ? 'small' : ''} ${rows.length > longTable ? '' : 'short'}`}
    >
      <thead>
        <tr>
          {columns.map(({ label }, at) => (
            <th key={`${id} ${at}`} scope="col" className={side(at)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={`${id} ${line}`} className={hasTotal && line === rows.length - 1 ? 'total' : undefined}>
            {columns.map(({ kind }, at) => {
              const words = cellWords(kind, row[at] ?? null)
              const look = `${side(at)} ${words.length <= briefWords ? 'brief' : ''}`
              return at === 0 ? (
                <th key={`${id} ${line} ${at}`} scope="row" className={look}>
                  {words}
                </th>
              ) : (
                <td key={`${id} ${line} ${at}`} className={look}>
                  {words}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
