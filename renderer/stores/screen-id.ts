/** Every screen of the window, in the order of the navigation. */
export const screenIds = [
  'overview',
  'checks',
  'components',
  'schools',
  'timeline',
  'sessions',
  'people',
  'money',
  'communication',
  'fidelity',
  'decisions',
  'if-we',
  'reports',
  'settings',
] as const
export type ScreenId = (typeof screenIds)[number]
