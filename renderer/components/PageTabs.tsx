import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'

export type PageTab = { readonly id: string; readonly label: string; readonly view: () => ReactNode }

type Props = {
  readonly tabs: readonly PageTab[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** The tabs of a screen; only the open one is drawn. A tab that is not among them gives way to the first. */
export function PageTabs({ tabs, value, onChange }: Props) {
  const open = tabs.some(({ id }) => id === value) ? value : (tabs[0]?.id ?? null)
  return (
    <Tabs value={open} onChange={(id) => id !== null && onChange(id)} keepMounted={false}>
      <Tabs.List mb="md">
        {tabs.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, view }) => (
        <Tabs.Panel key={id} value={id}>
          {view()}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
