/** Every screen of the window, in the order of the navigation and of Ctrl+1…9. */
export const screenIds = [
  'overview',
  'components',
  'schools',
  'sessions',
  'people',
  'money',
  'if-we',
  'reports',
] as const
export type ScreenId = (typeof screenIds)[number]

const known: ReadonlySet<string> = new Set(screenIds)

/** True for the id of a screen that exists; a name from elsewhere (a missing figure's screen) may be of a later one. */
export const isScreenId = (id: string): id is ScreenId => known.has(id)
