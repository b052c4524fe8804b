import {
  IconBinaryTree2,
  IconCalendarTime,
  IconGavel,
  IconMessages,
  IconSettings,
  IconTargetArrow,
  IconBuildingCommunity,
  IconChecklist,
  IconCoin,
  IconFileText,
  IconLayoutDashboard,
  IconListCheck,
  IconSchool,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { lazy, type ComponentType } from 'react'
import type { ScreenId } from '../stores/screen-id'

export type ScreenGroup = 'Plan' | 'Evidence and choices' | 'Share'

export type Screen = {
  readonly label: string
  /** The heading it stands under in the navigation; null for the first ones, which stand alone. */
  readonly group: ScreenGroup | null
  readonly icon: Icon
  readonly View: ComponentType
}

const view = <M extends string>(name: M, load: () => Promise<Record<M, ComponentType>>): ComponentType =>
  lazy<ComponentType>(async () => ({ default: (await load())[name] }))

/** Every screen, a line each; their order in the navigation is that of `screenIds`. */
export const screens: Readonly<Record<ScreenId, Screen>> = {
  overview: {
    label: 'Overview',
    group: null,
    icon: IconLayoutDashboard,
    View: view('Overview', () => import('../screens/overview/Overview')),
  },
  checks: {
    label: 'Things to check',
    group: null,
    icon: IconListCheck,
    View: view('ThingsToCheck', () => import('../screens/checks/ThingsToCheck')),
  },
  components: {
    label: 'What has to be in place',
    group: 'Plan',
    icon: IconChecklist,
    View: view('ComponentsInPlace', () => import('../screens/components-in-place/ComponentsInPlace')),
  },
  schools: {
    label: 'Schools and waves',
    group: 'Plan',
    icon: IconBuildingCommunity,
    View: view('Schools', () => import('../screens/schools/Schools')),
  },
  timeline: {
    label: 'Timeline',
    group: 'Plan',
    icon: IconCalendarTime,
    View: view('Timeline', () => import('../screens/timeline/Timeline')),
  },
  sessions: {
    label: 'Learning sessions',
    group: 'Plan',
    icon: IconSchool,
    View: view('LearningSessions', () => import('../screens/sessions/LearningSessions')),
  },
  people: {
    label: 'People and FTE',
    group: 'Plan',
    icon: IconUsers,
    View: view('People', () => import('../screens/people/People')),
  },
  money: {
    label: 'Money',
    group: 'Plan',
    icon: IconCoin,
    View: view('Money', () => import('../screens/money/Money')),
  },
  communication: {
    label: 'Messages and barriers',
    group: 'Plan',
    icon: IconMessages,
    View: view('Communication', () => import('../screens/communication/Communication')),
  },
  fidelity: {
    label: 'Fidelity and capacity',
    group: 'Evidence and choices',
    icon: IconTargetArrow,
    View: view('Fidelity', () => import('../screens/fidelity/Fidelity')),
  },
  decisions: {
    label: 'Decisions and gates',
    group: 'Evidence and choices',
    icon: IconGavel,
    View: view('Decisions', () => import('../screens/decisions/Decisions')),
  },
  'if-we': {
    label: 'If we…',
    group: 'Evidence and choices',
    icon: IconBinaryTree2,
    View: view('IfWe', () => import('../screens/if-we/IfWe')),
  },
  reports: {
    label: 'Reports',
    group: 'Share',
    icon: IconFileText,
    View: view('Reports', () => import('../screens/reports/Reports')),
  },
  settings: {
    label: 'Settings and history',
    group: 'Share',
    icon: IconSettings,
    View: view('Settings', () => import('../screens/settings/Settings')),
  },
}
