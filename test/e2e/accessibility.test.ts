import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../tools/project.ts'
import { launchApp, settled, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

const screens = [
  'Overview',
  'Things to check',
  'What has to be in place',
  'Schools and waves',
  'Timeline',
  'Learning sessions',
  'People and FTE',
  'Money',
  'Messages and barriers',
  'Fidelity and capacity',
  'Decisions and gates',
  'If we…',
  'Reports',
  'Settings and history',
]

const rulesOfColors = ['color-contrast', 'link-in-text-block']

// Tabs and dialogs have the colors of the screens around them; in dark they are looked at in the long tests.
const wholeSchemes = process.env['ROLLOUT_EVERY_SCHEME'] === '1' ? (['light', 'dark'] as const) : (['light'] as const)

/** A window in light or dark, and what axe has against what it shows. */
function windowIn(colorScheme: 'light' | 'dark') {
  let tested: TestedApp
  let planner: Planner
  beforeAll(async () => {
    tested = await launchApp({
      colorScheme,
      dialogs: { open: [join(inRoot('test/fixtures/schools'), 'campuses.csv')] },
    })
    planner = plannerOf(tested.page)
  })
  afterAll(() => tested.close())
  return {
    tested: () => tested,
    planner: () => planner,
    found: async (name: string): Promise<string[]> => {
      // a tip under the pointer is no part of the screen
      await tested.page.mouse.move(640, 2)
      await expect.poll(() => tested.page.getByRole('tooltip').count()).toBe(0)
      await settled(tested.page)
      await tested.screenshot(`${name}-${colorScheme}`)
      // in dark the same screens have other colors and nothing else
      return tested.violations(colorScheme === 'dark' ? rulesOfColors : [])
    },
  }
}

describe.each(['light', 'dark'] as const)('axe finds nothing on any screen in %s', (colorScheme) => {
  const { tested, planner, found } = windowIn(colorScheme)

  it('on Home', async () => {
    await tested().page.getByRole('heading', { name: 'Rollout Workbook' }).waitFor()
    expect(await found('home')).toEqual([])
  })

  it.each(screens)('on %s', async (screen) => {
    if (screen === 'Overview') await planner().click('Open the sample district')
    else await planner().goTo(screen)
    await tested().page.getByRole('heading', { level: 1, name: screen }).waitFor()
    expect(await found(screen.toLowerCase().replaceAll(/[^a-z]+/g, '-'))).toEqual([])
  })

  it('and nothing was said on the console', async () => {
    expect(await tested().problems()).toEqual([])
  })
})

describe.each(wholeSchemes)('axe finds nothing on tabs and in dialogs in %s', (colorScheme) => {
  const { tested, planner, found } = windowIn(colorScheme)
  beforeAll(() => planner().click('Open the sample district'))

  it.each([
    ['What has to be in place', 'Practice profiles'],
    ['What has to be in place', 'Is it ready to scale?'],
    ['What has to be in place', 'What comes first'],
    ['Learning sessions', 'Hours per person'],
    ['Learning sessions', 'Seats and attendance'],
    ['Schools and waves', 'Waves'],
    ['Schools and waves', 'Readiness'],
    ['Schools and waves', 'Stages'],
    ['Schools and waves', 'By district'],
    ['Timeline', 'Milestones'],
    ['People and FTE', 'By month'],
    ['People and FTE', 'Staff by school'],
    ['People and FTE', 'Coaching time'],
    ['People and FTE', 'Responsibilities'],
    ['People and FTE', 'Central office at scale'],
    ['Money', 'Who pays what'],
    ['Money', 'Other costs'],
    ['Money', 'By year'],
    ['Money', 'Can we keep it?'],
    ['Money', 'Best use of funds'],
    ['Messages and barriers', 'Barriers'],
    ['Fidelity and capacity', 'Measures'],
    ['Fidelity and capacity', 'Outcomes'],
    ['Fidelity and capacity', 'Capacity'],
    ['Decisions and gates', 'Gates'],
    ['If we…', 'Compare'],
    ['If we…', 'What drives the result'],
    ['If we…', 'Can we keep it?'],
    ['If we…', 'Least staffing'],
    ['If we…', 'What the pilot taught'],
    ['If we…', 'Assumptions'],
    ['Settings and history', 'Settings'],
    ['Settings and history', 'Model'],
    ['Settings and history', 'Notes'],
    ['Settings and history', 'History'],
    ['Settings and history', 'Versions'],
  ])('on %s, %s', async (screen, tab) => {
    await planner().goTo(screen)
    await planner().tab(tab)
    expect(await found(tab.toLowerCase().replaceAll(/[^a-z]+/g, '-'))).toEqual([])
  })

  it('in the calendar of a date cell, and on what explains a total', async () => {
    const { page } = tested()
    await planner().goTo('Fidelity and capacity')
    await planner().tab('Capacity')
    const scores = planner().grid('Capacity assessments')
    await scores.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('grid', { name: /^Date, / }).waitFor()
    expect(await found('calendar')).toEqual([])
    await page.keyboard.press('Escape')
    await planner().goTo('Money')
    await planner().tab('By year')
    await page.getByRole('button', { name: /^Total, 2028: / }).click()
    await page.getByRole('heading', { level: 2, name: 'Cost of fiscal year 2028' }).waitFor()
    expect(await found('explained-year')).toEqual([])
    await planner().click('Close the details')
  })

  it('on the timeline as a table, and in its forms', async () => {
    await planner().goTo('Timeline')
    await planner().tab('Month by month')
    await planner().click('Show as table')
    expect(await found('timeline-table')).toEqual([])
    await planner().click('Show as picture')
    await tested()
      .page.getByRole('treeitem', { name: /^Wave 1,/ })
      .focus()
    await planner().click('Signs and keys')
    expect(await found('timeline-signs')).toEqual([])
    await tested().page.keyboard.press('Escape')
    for (const button of ['Move or resize…', 'Shift with what follows…', 'Print…']) {
      await planner().click(button)
      await tested().page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).waitFor()
      expect(await found(`timeline-${button.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`)).toEqual([])
      await tested().page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    }
  })

  it('with the details of a row open', async () => {
    await planner().goTo('Schools and waves')
    await planner().tab('Schools')
    await planner().grid('Schools and departments').getByText('Eastfield School', { exact: true }).click()
    await planner().click('Details of the row')
    for (const tab of ['Fields', 'History', 'Used by', 'Notes']) {
      const name = new RegExp(`^${tab}`)
      await tested().page.getByRole('complementary').getByRole('tab', { name }).click()
      expect(await found(`panel-${tab.toLowerCase()}`)).toEqual([])
    }
    await planner().click('Add a note')
    expect(await found('panel-note')).toEqual([])
    await planner().goTo('Overview')
    await planner().click('Explain Cost of the plan')
    expect(await found('panel-explanation')).toEqual([])
    await planner().click('Close the details')
  })

  it.each([
    ['What has to be in place', 'Components', 'Starter sets…'],
    ['Learning sessions', 'Sessions', 'Add a series…'],
    ['Learning sessions', 'Sessions', 'Copy to another wave…'],
    ['Things to check', null, /^Set aside:/],
  ])('in a dialog of %s: %s %s', async (screen, tab, button) => {
    await planner().goTo(screen)
    if (tab !== null) await planner().tab(tab)
    await planner().click(button)
    await tested().page.getByRole('dialog').waitFor()
    expect(
      await found(
        `dialog-${String(button)
          .toLowerCase()
          .replaceAll(/[^a-z]+/g, '-')}`,
      ),
    ).toEqual([])
    await tested().page.keyboard.press('Escape')
    await tested().page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('on a round of observations', async () => {
    await planner().goTo('Fidelity and capacity')
    await planner().tab('Rounds')
    await planner().click('Add a round')
    await tested().page.getByRole('heading', { name: 'A round of observations' }).waitFor()
    expect(await found('round')).toEqual([])
    await planner().click('Back without adding')
  })

  it('on the dialogs for stages, gates, follow-ups and barriers', async () => {
    const { page } = tested()
    const dialogs = [
      ['Schools and waves', 'Stages', null],
      ['Decisions and gates', 'Gates', /^Decide on/],
      ['Decisions and gates', 'Decisions', /^Say what came of it/],
      ['Messages and barriers', 'Barriers', /^Pass on/],
    ] as const
    for (const [screen, tab, button] of dialogs) {
      await planner().goTo(screen)
      await planner().tab(tab)
      if (button) await planner().click(button)
      else {
        await page.getByRole('grid', { name: 'Stage of every school' }).getByRole('gridcell').first().click()
        await page.keyboard.press('Enter')
      }
      await page.getByRole('dialog').waitFor()
      expect(await found(`dialog-${tab.toLowerCase()}`)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
  })

  it('on a what-if', async () => {
    await planner().goTo('If we…')
    await planner().tab('Try a change')
    await planner().click('One coach fewer')
    await tested().page.getByRole('table', { name: 'What it does' }).waitFor()
    expect(await found('what-if')).toEqual([])
  })

  it('on each step of the import', async () => {
    await planner().goTo('Schools and waves')
    await planner().click('Import schools…')
    await planner().wizard.getByRole('button', { name: 'Choose a file…' }).click()
    const next = planner().wizard.getByRole('button', { name: 'Next' })
    await next.click({ trial: true })
    expect(await found('import-file')).toEqual([])
    await next.click()
    await planner().wizard.getByLabel('Value of the cell').fill('SILVER CREEK ISD')
    // puts the list of suggestions away
    await tested().page.keyboard.press('Tab')
    expect(await found('import-match')).toEqual([])
    await next.click()
    await planner()
      .wizard.getByRole('button', { name: /^Import \d/ })
      .waitFor()
    expect(await found('import-check')).toEqual([])
    await planner().wizard.getByRole('button', { name: 'Cancel' }).click()
  })

  it.each([
    ['About Rollout Workbook', null, /^Version \d/],
    ['About Rollout Workbook', 'What it is made of, with licenses', /mantine/],
    ['Save a support file…', null, /started/],
  ])('in %s, %s', async (item, button, words) => {
    await planner().click('Help')
    await tested().page.getByRole('menuitem', { name: item }).click()
    if (button !== null) await planner().click(button)
    await tested().page.getByRole('dialog').getByText(words).first().waitFor()
    expect(await found(`help-${String(words).replaceAll(/[^a-zA-Z]+/g, '')}`)).toEqual([])
    await tested().page.keyboard.press('Escape')
    await tested().page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('in the search, the list of shortcuts, the model card and the user guide', async () => {
    await tested().page.keyboard.press('Control+k')
    await tested().page.getByRole('searchbox').or(tested().page.getByRole('textbox')).first().waitFor()
    expect(await found('search')).toEqual([])
    await tested().page.keyboard.press('Escape')
    await tested().page.getByRole('dialog', { name: 'Search and commands' }).waitFor({ state: 'hidden' })
    await tested().page.keyboard.press('F1')
    await tested().page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await found('shortcuts')).toEqual([])
    await tested().page.keyboard.press('Escape')
    await tested().page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'hidden' })
    await planner().click('Help')
    await tested().page.getByRole('menuitem', { name: 'How the forecast works' }).click()
    await tested().page.getByRole('heading', { name: 'Where it ends' }).waitFor()
    expect(await found('model-card')).toEqual([])
    await tested().page.keyboard.press('Escape')
    await tested().page.getByRole('dialog', { name: 'How the forecast works' }).waitFor({ state: 'hidden' })
    await planner().click('Help')
    await tested().page.getByRole('menuitem', { name: 'User guide' }).click()
    await tested().page.getByRole('article').getByRole('heading', { level: 3 }).waitFor()
    expect(await found('guide')).toEqual([])
  })

  it('and nothing was said on the console', async () => {
    expect(await tested().problems()).toEqual([])
  })
})
