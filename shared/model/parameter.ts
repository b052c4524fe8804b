/** How the pull of colleagues grows with the share who practice: an S-shaped curve with a threshold, or a straight line. */
export type PeerResponse = 'threshold' | 'linear'

/** All parameters of the model. Rates are monthly unless their row in `parameterTable` says otherwise. */
export interface ModelParameters {
  readonly spontaneousUptake: number
  readonly peerInfluence: number
  readonly tippingThreshold: number
  readonly tippingSteepness: number
  readonly peerResponse: PeerResponse
  readonly schoolPeerWeight: number
  readonly skillFromSystems: number
  readonly skillFromCoaching: number
  readonly fidelityDrift: number
  readonly lapse: number
  readonly coachingHoursTrained: number
  readonly coachingHoursUsing: number
  readonly coachingHoursFidelity: number
  readonly capacityGainMonths: number
  readonly capacityLossMonths: number
  readonly leaderTurnover: number
  readonly hiringLagMonths: number
  readonly carryIn: number
}

export type ParameterKey = keyof ModelParameters
export type NumericParameterKey = Exclude<ParameterKey, 'peerResponse'>

/** A: a figure seen in a source. C: a judgement, shown as "planner's assumption". */
export type ParameterGrade = 'A' | 'C'

/** What a number may be: from `min` to `max` (null: no upper limit); `isMinAllowed` false means "above min". */
export interface AllowedRange {
  readonly min: number
  readonly isMinAllowed: boolean
  readonly max: number | null
}

interface ParameterFacts {
  readonly symbol: string
  readonly label: string
  readonly help: string
  readonly unit: string
  readonly grade: ParameterGrade
  readonly source: string
}

/** A parameter that is a number: its base value, the low–high range that draws use, and what is allowed at all. */
export interface NumericParameter extends ParameterFacts {
  readonly kind: 'number'
  readonly key: NumericParameterKey
  readonly value: number
  readonly low: number
  readonly high: number
  readonly allowed: AllowedRange
}

/** A parameter that is a choice from a list. */
export interface ChoiceParameter extends ParameterFacts {
  readonly kind: 'choice'
  readonly key: 'peerResponse'
  readonly value: PeerResponse
  readonly choices: readonly { readonly value: PeerResponse; readonly label: string }[]
}

export type Parameter = NumericParameter | ChoiceParameter
