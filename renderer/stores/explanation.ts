import type { ExplainQuestion } from '@shared/forecast/explain'
import { create } from 'zustand'
import { showPanel, useInterface } from './interface'

export type ExplanationState = {
  /** The figure that the panel explains; `list`: those that can be asked about; null: it shows the chosen row. */
  readonly question: ExplainQuestion | 'list' | null
  /** The figures that led to this one, for the way back. */
  readonly past: readonly (ExplainQuestion | 'list')[]
  /** The figure under the focus, which Alt+E explains. */
  readonly offered: ExplainQuestion | null
}

export const useExplanation = create<ExplanationState>()(() => ({ question: null, past: [], offered: null }))
const { getState, setState } = useExplanation

/**
 * Shows in the side panel what a figure is made of. The panel works the answer out anew as the plan changes; a screen
 * says only which figure is meant.
 */
export function explain(question: ExplainQuestion | 'list'): void {
  const { question: before, past } = getState()
  const isOpen = useInterface.getState().isPanelOpen && before !== null
  setState({ question, past: isOpen ? [...past, before] : [] })
  showPanel(true)
}

/** Back to the figure that led to this one, or to the chosen row. */
export function explainBack(): void {
  const { past } = getState()
  setState({ question: past.at(-1) ?? null, past: past.slice(0, -1) })
}

export const putExplanationAway = (): void => setState({ question: null, past: [] })

/** The focus is on a figure, or on none: what Alt+E is about. */
export const offerExplanation = (offered: ExplainQuestion | null): void => setState({ offered })

/** Alt+E: explains the figure under the focus, else shows which figures can be asked about. */
export const explainHere = (): void => explain(getState().offered ?? 'list')

/** What a figure on a screen does when it is clicked or has the focus: it can be asked what it is made of. */
export const asking = (question: ExplainQuestion) => ({
  onClick: () => explain(question),
  onFocus: () => offerExplanation(question),
  onBlur: () => offerExplanation(null),
})
