import { Button, Text, Title } from '@mantine/core'
import type { AccessFinding } from '@shared/report/access/access-document'
import { checkAccess } from '@shared/report/access/check-access'
import { accessDocumentOf } from '@shared/report/access/report-document'
import type { Report } from '@shared/report/report'
import { useMemo } from 'react'
import { wayTo } from './places'
import styles from './reports.module.css'

const counted = (findings: readonly AccessFinding[]): string => {
  const barriers = findings.filter(({ weight }) => weight === 'barrier').length
  const others = findings.length - barriers
  if (findings.length === 0) return 'Nothing found that would keep readers with a screen reader or low vision out.'
  const words = [
    ...(barriers > 0 ? [`${barriers} that would keep some readers out`] : []),
    ...(others > 0 ? [`${others} that would make it easier`] : []),
  ]
  return `${words.join(', ')}.`
}

/** What in the report would not reach everybody, each with the way to where it is mended; looked at before it is exported. */
export function AccessCheck({ report }: { readonly report: Report }) {
  const findings = useMemo(() => checkAccess(accessDocumentOf(report)), [report])
  return (
    <section aria-labelledby="access-check">
      <Title order={3} size="h4" id="access-check">
        Accessibility check
      </Title>
      <Text size="sm" role="status">
        {counted(findings)}
      </Text>
      {findings.length > 0 && (
        <ul className={styles['findings']} aria-label="What the accessibility check found">
          {findings.map((finding) => (
            <Finding key={`${finding.rule} ${finding.where} ${finding.what}`} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Finding({ finding }: { readonly finding: AccessFinding }) {
  const way = wayTo(finding)
  const { weight, where, what, toDo } = finding
  return (
    <li data-weight={weight}>
      <Text size="sm" fw={500}>
        {what}
      </Text>
      <Text size="sm">
        {where}. {toDo}
      </Text>
      {way && (
        <Button size="compact-sm" variant="subtle" mt={2} ml={-8} onClick={way.go} aria-label={`${way.label}: ${what}`}>
          {way.label}
        </Button>
      )}
    </li>
  )
}
