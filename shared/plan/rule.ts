import type { ChangeView } from './change-view'
import type { Problem } from './problem'

/**
 * A rule about rows beyond one field. It looks only at what the changes touch (`changed` with the fields that the rule
 * is about), and names only rows that they touch, so that whoever typed something is told at that place.
 */
export type Rule = (view: ChangeView) => readonly Problem[]
