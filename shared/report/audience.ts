import type { Audience, SectionId } from './report'

const everything: readonly SectionId[] = [
  'summary',
  'what',
  'reach',
  'quality',
  'people',
  'money',
  'keep',
  'choices',
  'next',
  'notes',
]

// who does not decide on money gets what the work itself needs
const withoutMoney: readonly SectionId[] = ['summary', 'what', 'reach', 'quality', 'people', 'next', 'notes']

/** The sections that a report for these readers has, in order; "Choices" only where there are some. */
export const sectionsFor = (audience: Audience, hasChoices: boolean): readonly SectionId[] => {
  const sections = audience === 'board' || audience === 'cabinet' ? everything : withoutMoney
  return hasChoices ? sections : sections.filter((id) => id !== 'choices')
}
