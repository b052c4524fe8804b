import { Anchor, Badge, Text, Textarea, Title } from '@mantine/core'
import { updateChange } from '@shared/plan/edit'
import type { TableName } from '@shared/plan/table-name'
import { tables, type Row } from '@shared/plan/tables'
import { useEffect, useMemo, useState } from 'react'
import { Card } from '../../components/Card'
import { commitAndSay } from '../../stores/commits'
import { chooseRow, goToRow, noteFound, useInterface } from '../../stores/interface'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import styles from './components.module.css'

type ProfileKey = 'minimumPractice' | 'profileExpected' | 'profileDeveloping' | 'profileNotAcceptable'
const columns = ['profileExpected', 'profileDeveloping', 'profileNotAcceptable'] as const
const { fields } = tables.component

/** What each component looks like when done well, on the way, and not at all, side by side, with the least that counts. */
export function PracticeProfiles() {
  const components = useRows('component')
  const measures = useRows('fidelityMeasure')
  const sessions = useRows('session')
  const locked = useWorkbook(isLocked)
  const wanted = useInterface((s) => s.wanted)
  useEffect(() => {
    if (wanted?.table !== 'component') return
    document.getElementById(fieldId(wanted.id, 'minimumPractice'))?.focus()
    noteFound()
  }, [wanted])
  const links = useMemo(
    () => (componentId: string) => ({
      measures: measures.filter(({ componentIds }) => componentIds.includes(componentId)),
      sessions: sessions.filter(({ componentIds }) => componentIds.includes(componentId)),
    }),
    [measures, sessions],
  )
  return (
    <div className={styles['stack']}>
      <Text size="sm" c="dimmed" maw={760}>
        A profile makes a component teachable and visible: a newcomer who reads it knows what to do, and two observers
        who read it see the same. The minimum practice is the line between developing and not acceptable.
      </Text>
      {components.map((component) => {
        const linked = links(component.id)
        return (
          <Card key={component.id} label={component.name}>
            <div className={styles['head']}>
              <Title order={2}>{component.name}</Title>
              {!component.isCore && (
                <Badge variant="default" size="sm" className={styles['plain'] ?? ''}>
                  May be adapted
                </Badge>
              )}
            </div>
            {component.description !== null && (
              <Text size="sm" c="dimmed">
                {component.description}
              </Text>
            )}
            <div className={styles['minimum']}>
              <ProfileField component={component} name="minimumPractice" isLocked={locked} />
            </div>
            <div className={styles['columns']}>
              {columns.map((name) => (
                <ProfileField key={name} component={component} name={name} isLocked={locked} />
              ))}
            </div>
            <div className={styles['links']}>
              <Links title="Seen with" table="fidelityMeasure" rows={linked.measures} none="no measure yet" />
              <Links title="Taught in" table="session" rows={linked.sessions} none="no session yet" />
            </div>
          </Card>
        )
      })}
    </div>
  )
}

const fieldId = (componentId: string, name: ProfileKey): string => `${name}-${componentId}`

type FieldProps = { readonly component: Row<'component'>; readonly name: ProfileKey; readonly isLocked: boolean }

function ProfileField({ component, name, isLocked: locked }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const { label } = fields[name]
  const keep = (): void => {
    if (draft === null) return
    void commitAndSay(`${label} of ${component.name}`, 'edit', (plan) => {
      const row = plan.component.get(component.id)
      const change = row ? updateChange(row, 'component', { [name]: draft }) : null
      return change ? [change] : []
    }).then(() => setDraft(null))
  }
  return (
    <Textarea
      id={fieldId(component.id, name)}
      label={label}
      placeholder={fields[name].help}
      autosize
      minRows={name === 'minimumPractice' ? 1 : 3}
      maxRows={12}
      maxLength={4000}
      readOnly={locked}
      value={draft ?? component[name] ?? ''}
      onFocus={() => chooseRow({ table: 'component', id: component.id })}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}

type LinkProps = {
  readonly title: string
  readonly table: TableName
  readonly rows: readonly (Row<'fidelityMeasure'> | Row<'session'>)[]
  readonly none: string
}

const nameOfLink = (row: Row<'fidelityMeasure'> | Row<'session'>): string => ('title' in row ? row.title : row.name)
const most = 4

function Links({ title, table, rows, none }: LinkProps) {
  return (
    <Text size="sm">
      {title}:{' '}
      {rows.length === 0
        ? none
        : rows.slice(0, most).map((row, i) => (
            <span key={row.id}>
              {i > 0 && ', '}
              <Anchor component="button" type="button" size="sm" onClick={() => goToRow({ table, id: row.id })}>
                {nameOfLink(row)}
              </Anchor>
            </span>
          ))}
      {rows.length > most && ` and ${rows.length - most} more`}
    </Text>
  )
}
