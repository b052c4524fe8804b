import { join } from 'node:path'
import { bestUseOf } from '@shared/money/allocation'
import { allocationOf, allocationProgram } from '@shared/money/allocation-program'
import type { StandingRow } from '@shared/money/allocation-rows'
import { fundStanding } from '@shared/money/allocation-standing'
import { ledgerOf } from '@shared/money/ledger'
import { beforeEach, describe, expect, it } from 'vitest'
import { createWorkbook } from '../../../electron/workbook/create'
import { openWorkbook } from '../../../electron/workbook/open'
import { solveProgram } from '../../../electron/solve/linear-solver'
import { idSource } from '../../fixtures/ids'
import { good, makeEnvironment, makeFolder, start } from '../../fixtures/workbook'
import { rollout } from './terminal'

type Printed = {
  readonly standing: readonly StandingRow[]
  readonly lines: readonly { readonly label: string; readonly isChanged: boolean; readonly choices: string[] }[]
}

describe('rollout funds', () => {
  let path: string
  beforeEach(async () => {
    path = join(makeFolder(), 'plan.rollout')
    await rollout(['sample', path])
  })

  it('prints what the window finds: today, the best use, and why, line by line', async () => {
    const workbook = good(openWorkbook(path, makeEnvironment(), { isReadOnly: true }))
    const plan = workbook.plan()
    workbook.close()
    const allocation = allocationOf(plan)
    const best = bestUseOf(plan, allocation, await solveProgram(allocationProgram(allocation)), idSource(3))
    const today = fundStanding(plan, ledgerOf(plan))
    const found = fundStanding(best.plan, best.ledger)

    const { status, output } = await rollout(['funds', path, '--json'])
    expect(status).toBe(0)
    const { standing, lines } = JSON.parse(output) as Printed
    const row = (key: string) => standing.find((one) => one.key === key)
    expect(row('unfunded')).toMatchObject({ todayCents: today.unfundedCents, bestCents: found.unfundedCents })
    expect(found.unfundedCents).toBeLessThan(today.unfundedCents)
    for (const { sourceId, cents } of found.bySource) expect(row(sourceId)?.bestCents).toBe(cents)
    expect(row('cost')).toMatchObject({ todayCents: today.costCents, bestCents: today.costCents, isTotal: true })
    const payers = standing.filter(({ key, isTotal }) => !isTotal && key !== 'beyond' && key !== 'forbidden')
    expect(payers.reduce((sum, { bestCents }) => sum + bestCents, 0)).toBe(today.costCents)
    const changed = lines.filter(({ isChanged }) => isChanged)
    expect(changed.length).toBeGreaterThan(0)
    for (const { choices } of changed) for (const words of choices) expect(words).toMatch(/ pays? .+\.$/)

    const text = await rollout(['funds', path])
    expect(text.output).toContain(`${changed.length} of ${lines.length} lines`)
    for (const { label, choices } of changed) expect(text.output).toContain(`${label}\n  - ${choices[0]}`)
  })

  it('says what is missing where there are no funds, and which scenarios there are', async () => {
    const empty = join(makeFolder(), 'empty.rollout')
    good(createWorkbook(empty, start, makeEnvironment())).close()
    expect(await rollout(['funds', empty])).toMatchObject({
      status: 1,
      errors: 'plan-incomplete: The plan has no funds yet. Enter them on the screen Money.\n',
    })
    const unknown = await rollout(['funds', path, '--scenario', 'Nowhere'])
    expect(unknown.status).toBe(1)
    expect(unknown.errors).toContain('There is no scenario “Nowhere”')
  })
})
