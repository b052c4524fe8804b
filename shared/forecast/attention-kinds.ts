import type { AttentionCode } from './attention-item'

/** What all things to check of one kind have in common. */
export type AttentionKind = {
  readonly title: string
  /** Why it matters, in a sentence or two. */
  readonly why: string
  /** Shown under "Needs attention" on the Overview. */
  readonly isPressing: boolean
}

const pressing = (title: string, why: string): AttentionKind => ({ title, why, isPressing: true })
const quiet = (title: string, why: string): AttentionKind => ({ title, why, isPressing: false })

/** Every kind of thing to check, by its code. */
export const attentionKinds: Readonly<Record<AttentionCode, AttentionKind>> = {
  'school-without-staff': pressing(
    'School in a wave without staff',
    'Nobody is there whose practice could change, so the school adds nothing to the forecast.',
  ),
  'district-without-staff': pressing(
    'District without staff',
    'Only people move the figures; without them a district is left out.',
  ),
  'school-without-training': pressing(
    'School about to start without training',
    'Everyone in the next phase needs training before they can be asked to practice.',
  ),
  'started-untrained': pressing(
    'School in a wave without trained staff',
    'It counts as started, but nothing says that anyone there was trained.',
  ),
  'session-before-start': quiet(
    'Session before its schools start',
    'What is learned long before it can be used fades, and the forecast counts it for nobody.',
  ),
  'grant-leaves-gap': pressing(
    'Fund that ends with nothing behind it',
    'When one-time money ends and no recurring money takes over, what it paid for stops.',
  ),
  unfunded: pressing('Costs without funds', 'What nobody pays for does not take place.'),
  'fund-over-committed': pressing('Fund that is to pay more than it gives', 'Somebody will be told no in that year.'),
  'fund-may-not-pay': pressing('Payment that a fund does not allow', 'A disallowed cost has to be paid back.'),
  'position-vacant': pressing('Position that stands empty', 'An empty post gives no hours, and hiring takes months.'),
  'coaching-short': pressing(
    'Too little coaching',
    'Training carries over into practice mostly through coaching; short hours slow everyone.',
  ),
  'scale-not-reached': pressing('Not at scale within the plan', 'The plan as it stands does not do what it is for.'),
  'scale-not-held': pressing('At scale, but not for good', 'A push without systems behind it is followed by decline.'),
  'session-over-seats': pressing(
    'Session with too few seats',
    'Those without a seat are not trained, and nothing else in the plan reaches them.',
  ),
  'single-carrier': pressing(
    'Rests on one person',
    'When that person leaves, it stops; what lasts does not depend on an individual.',
  ),
  'nobody-carries': pressing('Carried by nobody', 'What nobody carries is not done.'),
  'person-carries-many': quiet(
    'One person carries several things',
    'However well they are backed up, all of it is at risk at once when this person leaves.',
  ),
  'person-over-full-time': quiet(
    'More than one full-time job',
    'Somebody who is planned for more than full time cannot give the hours that the forecast counts on.',
  ),
  'component-without-measure': pressing(
    'Component without a measure',
    'What is not measured cannot be shown to be done well, nor be held to the line.',
  ),
  'component-not-described': quiet(
    'Component not described in full',
    'People can learn, coach and observe only what is written down: what it is, the least that counts, and what it looks like.',
  ),
  'prerequisite-later': quiet(
    'Taught before what it needs first',
    'A component that builds on another takes hold only where the other is in place.',
  ),
  'dose-short': quiet(
    'Fewer hours than a component needs',
    'Shorter training carries over less, however well it is taught.',
  ),
  'session-clash': quiet(
    'Session that clashes with the calendar',
    'When school is out nobody is there in their usual hours and no substitute is needed.',
  ),
  'session-carries-nothing': quiet(
    'Session that counts for nothing',
    'The forecast needs to know what a session is about and how it is taught.',
  ),
  'wave-without-start': pressing('Wave without a start month', 'Its schools are not in the forecast.'),
  'schools-without-wave': pressing('School in no wave', 'It is not part of the rollout, by intent or by oversight.'),
  'wave-after-horizon': quiet(
    'Wave that starts after the plan ends',
    'The forecast never sees it: look further ahead, or start it earlier.',
  ),
  'gate-undecided': pressing(
    'Gate not decided',
    'A wave should start because the evidence says so, not because the month has come.',
  ),
  'gate-without-criteria': quiet('Gate without criteria', 'Without something that has to hold, a gate is always open.'),
  'milestone-overdue': pressing('Milestone overdue', 'Done and not marked, or late and others wait for it.'),
  'milestone-without-school': quiet(
    'Milestone in a month without school',
    'Few people are at work then, so it tends to slip into the fall.',
  ),
  'barrier-open': pressing(
    'Barrier left open',
    'A barrier is never dropped: it is removed, or passed on to who can remove it.',
  ),
  'follow-up-overdue': quiet(
    'Decision to be looked at again',
    'A decision is a trial until somebody has looked at what came of it.',
  ),
  'many-elements': quiet(
    'Many things at once',
    'Plans with fewer than 20 things under way are carried out more often.',
  ),
  'observations-later': pressing(
    'Observations the forecast does not see',
    'It starts before them; move "As of" on, and it starts from what was seen.',
  ),
  'context-differs': quiet(
    'Evidence from a different kind of school',
    'What works is always for whom and in what context; a pilot does not speak for places unlike it.',
  ),
  'full-below-line': quiet(
    'Marked full, but below the line',
    'Full use means that most people do it well; what was seen last says otherwise.',
  ),
  'observed-over-staff': quiet(
    'More people observed than work there',
    'Either the staff count or the observation is wrong, and shares rest on both.',
  ),
  'data-old': quiet(
    'Figures more than a year old',
    'The forecast starts from them, and a school year has passed since: people have come and gone.',
  ),
  assumptions: pressing(
    'Assumptions to confirm',
    'Where the plan says nothing the forecast takes a usual figure, which may not be yours.',
  ),
}
