/** Where in the window something can be put right. */
export type ScreenName =
  | 'overview'
  | 'components'
  | 'schools'
  | 'timeline'
  | 'sessions'
  | 'people'
  | 'money'
  | 'communication'
  | 'fidelity'
  | 'decisions'
  | 'if-we'
  | 'reports'
  | 'settings'

/** What keeps a plan from being forecast, as a sentence, and the screen to go to. */
export type Missing = {
  readonly code:
    | 'no-plan'
    | 'no-schools'
    | 'no-components'
    | 'no-practitioner-role'
    | 'no-staff'
    | 'parameter-unknown'
    | 'parameter-out-of-range'
    | 'input-refused'
  readonly message: string
  readonly screen: ScreenName
}
