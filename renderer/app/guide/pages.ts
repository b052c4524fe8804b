import buildAPlan from '../../../docs/guide/build-a-plan.md?raw'
import excel from '../../../docs/guide/excel.md?raw'
import fidelityAndCapacity from '../../../docs/guide/fidelity-and-capacity.md?raw'
import firstFiveMinutes from '../../../docs/guide/first-five-minutes.md?raw'
import ifWe from '../../../docs/guide/if-we.md?raw'
import inPlace from '../../../docs/guide/in-place.md?raw'
import keyboard from '../../../docs/guide/keyboard.md?raw'
import peopleAndMoney from '../../../docs/guide/people-and-money.md?raw'
import start from '../../../docs/guide/README.md?raw'
import reports from '../../../docs/guide/reports.md?raw'
import schoolsAndWaves from '../../../docs/guide/schools-and-waves.md?raw'
import whenSomethingGoesWrong from '../../../docs/guide/when-something-goes-wrong.md?raw'
import type { ScreenId } from '../../stores/screen-id'

/** A page of the guide: the file under docs/guide/ that it is read from, as links name it, and its text. */
export type GuidePage = { readonly file: string; readonly text: string }

/** Every page, in the order in which they are read. */
export const guidePages: readonly GuidePage[] = [
  { file: 'README.md', text: start },
  { file: 'first-five-minutes.md', text: firstFiveMinutes },
  { file: 'build-a-plan.md', text: buildAPlan },
  { file: 'in-place.md', text: inPlace },
  { file: 'schools-and-waves.md', text: schoolsAndWaves },
  { file: 'people-and-money.md', text: peopleAndMoney },
  { file: 'fidelity-and-capacity.md', text: fidelityAndCapacity },
  { file: 'if-we.md', text: ifWe },
  { file: 'reports.md', text: reports },
  { file: 'excel.md', text: excel },
  { file: 'when-something-goes-wrong.md', text: whenSomethingGoesWrong },
  { file: 'keyboard.md', text: keyboard },
]

/** What a page is called: its first heading. */
export const titleOf = ({ text }: GuidePage): string => /^# (.+)$/m.exec(text)?.[1] ?? ''

const ofScreens: Readonly<Record<ScreenId, string>> = {
  overview: 'first-five-minutes.md',
  checks: 'build-a-plan.md',
  components: 'in-place.md',
  schools: 'schools-and-waves.md',
  timeline: 'schools-and-waves.md',
  sessions: 'build-a-plan.md',
  people: 'people-and-money.md',
  money: 'people-and-money.md',
  communication: 'schools-and-waves.md',
  fidelity: 'fidelity-and-capacity.md',
  decisions: 'fidelity-and-capacity.md',
  'if-we': 'if-we.md',
  reports: 'reports.md',
  settings: 'when-something-goes-wrong.md',
}

/** The page about what the planner has in front of them; the first one where no workbook is open. */
export const pageAbout = (screen: ScreenId | null): string => (screen === null ? 'README.md' : ofScreens[screen])
