import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guidePage, setGuideSize } from './guide-page.ts'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

// What the user guide tells of the sample district, done step by step; what it says is held against the window.
let tested: TestedApp
let planner: Planner

beforeAll(async () => {
  tested = await launchApp({ colorScheme: 'light' })
  planner = plannerOf(tested.page)
  await setGuideSize(tested)
})
afterAll(() => tested.close())

const guide = (file: string) => guidePage(file, () => tested)
const main = (): Locator => tested.page.getByRole('main')
const text = (words: string | RegExp): Promise<void> => main().getByText(words).first().waitFor()
/** Brings a part of the screen to its top, as a reader scrolls to it. */
const scrollTo = (part: Locator): Promise<void> =>
  part.evaluate((element) => element.scrollIntoView({ block: 'start' }))
const open = async (screen: string, tab: string): Promise<void> => {
  await planner.goTo(screen)
  await planner.tab(tab)
}

describe('first five minutes', () => {
  const page = guide('first-five-minutes.md')

  it('leads from the first screen to the Overview and its phases', async () => {
    await tested.page.getByRole('button', { name: 'Open the sample district' }).waitFor()
    await page.picture('home', 'window')
    await planner.click('Open the sample district')
    expect(Object.keys(await planner.tiles())).toHaveLength(6)
    await page.picture('overview', 'window')
    expect(page.words).toContain('gets to scale in Feb 2029 and is sustained from Jan 2031')
    await expect.poll(() => main().innerText()).toMatch(/At scale\s+Feb 2029[\s\S]*Sustained\s+Jan 2031/)
  })

  it('explains a figure down to its rows', async () => {
    await planner.click('Explain Cost of the plan')
    const panel = tested.page.getByRole('complementary')
    await panel.getByRole('heading', { name: 'Cost of the plan' }).waitFor()
    await page.picture('explain', 'window')
    await expect.poll(() => panel.innerText()).toContain('$5,431,625')
    await planner.click('Close the details')
  })

  it('shows what to mend first, with the way there', async () => {
    const first = main().getByRole('button', { name: /^Eastfield School starts in Aug 2028/ })
    await first.click()
    await tested.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor({ state: 'hidden' })
    await tested.page.keyboard.press('Control+m')
    expect(page.taken).toEqual(page.shown)
  })
})

describe('if we…', () => {
  const page = guide('if-we.md')

  it('answers one coach fewer beside the plan, and puts it away', async () => {
    await open('If we…', 'Try a change')
    await planner.click('One coach fewer')
    const table = tested.page.getByRole('table', { name: 'What it does' })
    await table.getByRole('row', { name: /^Chance of getting to scale \d+%/ }).waitFor()
    await scrollTo(planner.button('Back to the plan'))
    await page.picture('one-coach-fewer')
    await expect.poll(() => table.getByRole('row', { name: /^Cost of the plan/ }).innerText()).toMatch(/\t−\$[\d,]+$/)
    await planner.click('Back to the plan')
    await text('Move a lever to see the change beside the current plan.')
  })

  it('sets the two scenarios of the sample beside the plan', async () => {
    await planner.tab('Compare')
    expect(page.words).toContain(
      'The first rises to 62% in May 2029, is below half of that 10 months later, and falls to 9% by Jun 2031; the second holds, at 68%.',
    )
    await text(
      /“Push on one-time money” rises to 62% in May 2029, .*falls to 9% by Jun 2031.*“Push, built to last” holds, at 68% by Jun 2031/,
    )
    await text(/^Likely range/)
    await scrollTo(main().getByRole('heading', { name: /rises to 62%/ }))
    await page.picture('compare')
  })

  it('tells what happens when the money ends and the leaders change', async () => {
    await planner.tab('Can we keep it?')
    await text('It can be kept: the line holds for 24 months')
    await page.picture('stress-test')
    for (const tab of ['What drives the result', 'Least staffing', 'What the pilot taught', 'Assumptions']) {
      await planner.tab(tab)
    }
    await text(/assumptions to confirm/)
    expect(page.taken).toEqual(page.shown)
  })
})

describe('what has to be in place', () => {
  const page = guide('in-place.md')

  it('holds four starter sets and the practice profiles', async () => {
    await planner.goTo('What has to be in place')
    await planner.click('Starter sets…')
    expect(page.words).toContain('has four sets in plain words')
    await expect.poll(() => tested.page.getByRole('dialog').getByRole('radio').count()).toBe(4)
    await tested.page.keyboard.press('Escape')
    await planner.tab('Practice profiles')
    await text('A profile makes a component teachable and visible')
    await page.picture('practice-profiles')
  })

  it('asks eight questions of every component, of which one of the sample meets six', async () => {
    await planner.tab('Is it ready to scale?')
    expect(page.words).toContain('"Books at home" stands at 6 of 8')
    const books = main().getByRole('row', { name: /^Books at home/ })
    await books.getByText('6 of 8').waitFor()
    await books.getByRole('button', { name: 'Not yet: No measure looks at it.' }).waitFor()
    await page.picture('ready-to-scale')
    await planner.tab('What comes first')
    await text('Needed by Small groups by need')
    expect(page.taken).toEqual(page.shown)
  })
})

describe('schools and waves', () => {
  const page = guide('schools-and-waves.md')

  it('moves a school to another wave from its card, and back', async () => {
    await open('Schools and waves', 'Waves')
    await text('Who starts when')
    await page.picture('waves')
    await planner.moveToWave('Eastfield School', 'Wave 2')
    const third = tested.page.locator('[role=group][aria-label^="Wave 3,"]').getByText('Eastfield School')
    await expect.poll(() => third.count()).toBe(0)
    await tested.page.keyboard.press('Control+z')
    await third.waitFor()
  })

  it('holds every wave against five lanes', async () => {
    await planner.tab('Readiness')
    expect(page.words).toContain('Wave 2 has 3 of 5 lanes ready')
    await text('3 of 5 lanes ready · Orchard Park Elementary, Summit Elementary')
    await text('No message is for Wave 2: its people are not told before it starts.')
    await page.picture('readiness')
    await planner.tab('Stages')
    await text('Where the observations say otherwise')
    await planner.click('Set to initial')
    await tested.page.keyboard.press('Control+z')
  })

  it('shows it all month by month, as a picture and in words', async () => {
    await open('Timeline', 'Month by month')
    await tested.page.getByRole('treeitem', { name: /^Wave 1,/ }).waitFor()
    await page.picture('timeline')
    await planner.click('Show as table')
    await planner.click('Show as picture')
    expect(page.taken).toEqual(page.shown)
  })
})

describe('people and money', () => {
  const page = guide('people-and-money.md')

  it('sets coach hours needed against those there are', async () => {
    await open('People and FTE', 'Coaching time')
    expect(page.words).toContain('coaching time is short in 39 of 60 months')
    await text(/^Coaching time is short in 39 of 60 months/)
    await page.picture('coaching-time')
    await planner.tab('Responsibilities')
    await text('9 people each carry something alone')
  })

  it('adds the cost up by year, each figure with the lines behind it', async () => {
    await open('Money', 'By year')
    await text('Cost by fiscal year')
    await page.picture('by-year')
    await main()
      .getByRole('button', { name: /^Nobody, 2028: \$99,381/ })
      .click()
    await tested.page
      .getByRole('complementary')
      .getByRole('button', { name: /^Reading coach \(C3\)/ })
      .waitFor()
    await planner.click('Close the details')
    expect(page.words).toContain('Click a figure, or press Alt+E on it, to see the lines behind it.')
  })

  it('says what falls when a grant ends', async () => {
    await planner.tab('Can we keep it?')
    expect(page.words).toContain('recurring funds pay $818,072 of the $931,502 that is needed in 2031')
    expect(page.words).toContain('the state grant ends in Jun 2027 and leaves $99,381 a year without funds')
    await text('In 2031 recurring funds pay $818,072 of the $931,502 that is needed for good')
    const grant = main().getByRole('row', { name: /^State early literacy grant Jun 2027 \$222,910 \$99,381/ })
    await grant.waitFor()
    await page.picture('can-we-keep-it')
    expect(page.taken).toEqual(page.shown)
  })
})

describe('fidelity and capacity', () => {
  const page = guide('fidelity-and-capacity.md')

  it('enters a round and shows the rounds so far', async () => {
    await open('Fidelity and capacity', 'Measures')
    await text('Observing is practical enough to go on with')
    await planner.tab('Rounds')
    expect(page.words).toContain('0 of 4 components are practiced with fidelity by a majority after two rounds')
    await text('2 rounds so far')
    await text('0 of 4 components practiced with fidelity by a majority')
    await page.picture('rounds')
    await planner.click('Add a round')
    expect(
      await main()
        .getByRole('checkbox', { name: /^Let the forecast start from this round/ })
        .isChecked(),
    ).toBe(true)
    await planner.click('Back without adding')
  })

  it('decides at a gate on what has to hold', async () => {
    await open('Decisions and gates', 'Gates')
    expect(page.words).toContain('the gate "Wave 2 opens" meets 1 of 5')
    await text('1 of 5 met, not decided yet')
    await page.picture('gates')
    await planner.click(/^Decide on Wave 2 opens/)
    await tested.page.getByRole('radio', { name: /^Not yet: it stays shut/ }).waitFor()
    await tested.page.keyboard.press('Escape')
    expect(page.taken).toEqual(page.shown)
  })

  it('lets the forecast rest on the pilot, and takes that back', async () => {
    await open('If we…', 'What the pilot taught')
    expect(page.words).toContain('Ctrl+Z takes it back')
    await planner.click('Use what the pilot taught')
    await text(/The plan uses what the pilot taught/)
    await tested.page.keyboard.press('Control+z')
    await text(/The plan rests on the general assumptions/)
  })
})

describe('reports and the keyboard', () => {
  it('shows the report as it will be, with its accessibility check', async () => {
    const page = guide('reports.md')
    await planner.goTo('Overview')
    await planner.click('Make board report')
    await text('Accessibility check')
    await main().getByLabel('Contact').fill('Office of early literacy')
    await text('Nothing found that would keep readers with a screen reader or low vision out.')
    expect(page.words).toContain('no group of fewer than 10')
    await text('Groups of fewer than 10 people are not shown.')
    await page.picture('reports')
    expect(page.taken).toEqual(page.shown)
    await tested.page.keyboard.press('Control+k')
    await tested.page.keyboard.type('Beside other')
    await tested.page.keyboard.press('Enter')
    const beside = tested.page.getByRole('dialog', { name: 'Beside other workbooks' })
    await beside.getByText(/Other workbooks are only read/).waitFor()
    await tested.page.keyboard.press('Escape')
    await beside.waitFor({ state: 'hidden' })
  })

  it('finds commands and screens by a word', async () => {
    const page = guide('keyboard.md')
    await tested.page.keyboard.press('Control+k')
    await tested.page.keyboard.type('backup')
    await tested.page.getByText('Restore a backup…').waitFor()
    const box = tested.page.getByRole('dialog', { name: 'Search and commands' })
    // typed before the field had the focus, and nothing of it lost
    await expect.poll(() => box.getByRole('textbox').or(box.getByRole('searchbox')).inputValue()).toBe('backup')
    await page.picture('search', box)
    expect(page.taken).toEqual(page.shown)
    await tested.page.keyboard.press('Escape')
    expect(await tested.problems()).toEqual([])
  })
})
