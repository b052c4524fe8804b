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

/** The sections that a report for these readers has, in order. */
export const sectionsFor = (audience: Audience): readonly SectionId[] =>
  audience === 'board' || audience === 'cabinet' ? everything : withoutMoney
