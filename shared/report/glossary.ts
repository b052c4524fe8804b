/** How the forecast comes about, in plain words, one thought a line. */
export const method: readonly string[] = [
  'The forecast follows the staff of every school month by month, for each essential component.',
  'Each share of the staff is in one state: not trained, trained, using the practice, using it with fidelity, or a vacant position.',
  'Training moves people from not trained to trained; coaching, good systems and colleagues who practice move them on.',
  'Without coaching and without systems behind it, practice drifts and lapses again.',
  'People leave at the turnover that is entered; new staff starts untrained unless it is trained on arrival.',
  'Coaches and system builders work only while they are in post and somebody pays for them.',
  'A district is at scale when the weakest essential component is at the line, in the district and in most of its schools.',
  'The curves are one run at the most likely values. The values and how sure they are stand in the table of assumptions.',
]

/** Words that a board member may not know. */
export const glossary: readonly { readonly word: string; readonly text: string }[] = [
  { word: 'At scale', text: 'Most staff carry the practice out as intended, in most schools.' },
  {
    word: 'Capacity',
    text: 'How well the systems work that carry the practice: teams, data, training, coaching, leadership.',
  },
  { word: 'Essential component', text: 'A part of the practice that has to be in place for it to work.' },
  { word: 'Fidelity', text: 'Practice as it is intended, above the line of the measure.' },
  { word: 'FTE', text: 'Full-time equivalent: two half-time posts are one FTE.' },
  { word: 'Needed for good', text: 'A cost that goes on once the practice is at scale.' },
  { word: 'One-time money', text: 'Money that ends, such as a grant.' },
  {
    word: 'Sustained',
    text: 'At scale for the months set as "Holds for", and holding if one-time money or leaders go.',
  },
  { word: 'Wave', text: 'Schools that start together. The pilot comes first.' },
  {
    word: 'Weakest essential component',
    text: 'The component with the least staff at fidelity; it decides whether the line is reached.',
  },
]
