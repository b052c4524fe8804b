import { Button, Kbd, Switch } from '@mantine/core'
import type { AttentionItem } from '@shared/forecast/attention'
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { WhatIsMissing } from '../../components/WhatIsMissing'
import { goToNextThing, useThings, type Things } from '../../stores/checks'
import { useForecast } from '../../stores/forecast'
import { goTo } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { AsideList } from './AsideList'
import { SetAsideDialog } from './SetAsideDialog'
import { ThingList } from './ThingList'
import { thingsByKind } from './things-by-kind'

/** Everything in the plan that may be missing or does not fit together, by kind. */
export function ThingsToCheck() {
  const things = useThings()
  const missing = useForecast((s) => s.missing)
  const [isAsideShown, showAside] = useState(false)
  return (
    <Page
      title="Things to check"
      purpose="What may be missing or does not fit together in this plan. Nothing here is an error: mend it, or set it aside and say why."
      toolbar={
        things && (
          <>
            {things.aside.length > 0 && (
              <Switch
                label={`Show what was set aside (${things.aside.length})`}
                checked={isAsideShown}
                onChange={(event) => showAside(event.currentTarget.checked)}
              />
            )}
            {things.open.length > 0 && (
              <Button
                rightSection={<IconArrowRight size={16} />}
                leftSection={<Kbd size="xs">Ctrl+M</Kbd>}
                onClick={goToNextThing}
              >
                Next thing
              </Button>
            )}
          </>
        )
      }
    >
      {missing.length > 0 && things?.open.length === 0 && (
        <WhatIsMissing title="There is nothing to look through yet" missing={missing} onGo={goTo} />
      )}
      {things && <Lists things={things} isForecast={missing.length === 0} isAsideShown={isAsideShown} />}
    </Page>
  )
}

type ListsProps = {
  readonly things: Things
  /** Whether there is plan enough to look through. */
  readonly isForecast: boolean
  readonly isAsideShown: boolean
}

function Lists({ things, isForecast, isAsideShown }: ListsProps) {
  const locked = useWorkbook(isLocked)
  const kinds = useMemo(() => thingsByKind(things.open), [things.open])
  const [chosen, choose] = useState<AttentionItem | null>(null)
  return (
    <>
      {things.open.length === 0 && isForecast && (
        <EmptyState
          icon={IconCircleCheck}
          title="Nothing stands out in this plan"
          text="It is looked through again whenever the plan changes."
        >
          <Button onClick={() => goTo('overview')}>Back to the Overview</Button>
        </EmptyState>
      )}
      <ThingList title="Look at these first" kinds={kinds.pressing} isLocked={locked} onSetAside={choose} />
      <ThingList title="Worth a look" kinds={kinds.quiet} isLocked={locked} onSetAside={choose} />
      {isAsideShown && things.aside.length > 0 && <AsideList aside={things.aside} isLocked={locked} />}
      <SetAsideDialog item={chosen} onClose={() => choose(null)} />
    </>
  )
}
