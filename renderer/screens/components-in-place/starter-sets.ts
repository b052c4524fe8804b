/** A component as a starter set offers it; `needs` names others of the set that come first. */
export type StarterComponent = {
  readonly name: string
  readonly description: string
  readonly minimumPractice: string
  readonly profileExpected: string
  readonly profileDeveloping: string
  readonly profileNotAcceptable: string
  readonly trainingHoursNeeded: number
  readonly isCore: boolean
  readonly needs: readonly string[]
}

export type StarterSet = {
  readonly id: string
  readonly title: string
  /** What it is for, in a sentence. */
  readonly purpose: string
  readonly components: readonly StarterComponent[]
}

/** The parts of a component in the order of `StarterComponent`, so that a set can be read line by line. */
const component = (
  name: string,
  description: string,
  minimumPractice: string,
  [profileExpected, profileDeveloping, profileNotAcceptable]: readonly [string, string, string],
  trainingHoursNeeded: number,
  { isCore = true, needs = [] }: { readonly isCore?: boolean; readonly needs?: readonly string[] } = {},
): StarterComponent => ({
  name,
  description,
  minimumPractice,
  profileExpected,
  profileDeveloping,
  profileNotAcceptable,
  trainingHoursNeeded,
  isCore,
  needs,
})

const literacy: StarterSet = {
  id: 'literacy',
  title: 'Early literacy',
  purpose: 'Kindergarten to grade 3: everyone learns to read, and help comes early.',
  components: [
    component(
      'Daily explicit reading lesson',
      'Every class has a daily lesson in which a skill is shown, practiced together, then alone.',
      'Four days a week, 45 minutes, with the shared lesson outline.',
      [
        'Shows the skill, practices it with everyone answering, corrects at once, and ends with reading alone.',
        'Follows the outline but skips practice together, or corrects only those who are called on.',
        'Worksheets or silent reading in place of teaching; the lesson is dropped in busy weeks.',
      ],
      14,
    ),
    component(
      'Check of early skills',
      'All children take the same short check three times a year; those below the line are checked again each month.',
      'All children within two weeks, three times a year; results in one place the week after.',
      [
        'Given as written, scored the same day, and read by the grade team before the next unit.',
        'Given to all, but scored late or seen only by one teacher.',
        'Given to some children, or given and not used.',
      ],
      5,
    ),
    component(
      'Small groups by need',
      'Children who need more get it in groups of five or fewer, formed from current data.',
      'Three sessions of 25 minutes a week; groups are formed anew every six weeks.',
      [
        'Groups fit what each child lacks, have a plan for every session, and change with the next check.',
        'Groups meet, but stay as they were in the fall, or do the same as the whole class.',
        'Groups by behavior or convenience, or canceled more often than held.',
      ],
      14,
      { needs: ['Check of early skills'] },
    ),
    component(
      'Data talks',
      'Grade teams look at results together and decide what to change in the next weeks.',
      'Once a month, 40 minutes, with notes of what was decided.',
      [
        'Looks at this month’s results, agrees on one change for each child below the line, and looks at last month’s changes first.',
        'Looks at results, but ends without a decision or without who does it.',
        'Talks about calendars and events; no results on the table.',
      ],
      7,
      { needs: ['Check of early skills'] },
    ),
    component(
      'Books at home',
      'Every child takes books home, and families know one easy way of reading together.',
      'Two books a week and a family evening in fall and spring.',
      [
        'Nearly all children take books home every week; families have tried the way of reading at school.',
        'Books go home, but families are told by letter only.',
        'Left to each family.',
      ],
      3,
      { isCore: false },
    ),
  ],
}

const tieredSupport: StarterSet = {
  id: 'mtss',
  title: 'Tiered support (MTSS)',
  purpose: 'Good teaching for all, more for those who need it, and a team that decides with data.',
  components: [
    component(
      'School support team',
      'A team with the principal on it steers support for the whole school.',
      'Meets twice a month for an hour; principal present; decisions written down.',
      [
        'The principal takes part, roles are shared out, and each meeting checks what was agreed at the last.',
        'Meets, but without the principal, or mostly about single students.',
        'Meets when there is a crisis, or exists on paper.',
      ],
      7,
    ),
    component(
      'Screening for all',
      'All students are screened in academics and behavior, so that nobody has to fail before being seen.',
      'Three times a year, at least 95% of students, results within two weeks.',
      [
        'Given as written, nearly everyone, and students of concern are known to the team within two weeks.',
        'Only one of academics and behavior, or late results.',
        'Help starts with a referral by a teacher.',
      ],
      5,
    ),
    component(
      'Shared core for everyone',
      'Common lessons and common expectations of behavior, taught in every classroom.',
      'Taught in the first two weeks, and again after each break; core lessons four days a week.',
      [
        'All adults teach, prompt and praise the same expectations, and the core lesson reaches at least eight in ten students.',
        'Posters hang, teaching is uneven between rooms.',
        'Each room has its own rules; students are pulled out of core lessons for help.',
      ],
      14,
    ),
    component(
      'Added help in groups',
      'Students below the line get a known program in small groups beside the core, not in place of it.',
      'Three times a week, 30 minutes, eight weeks, by someone trained in the program.',
      [
        'Matched to need, given as written, checked every two weeks, ended or changed by rule.',
        'Given regularly, but without a rule for when to change or end it.',
        'Homework help, or whatever the adult on hand can do.',
      ],
      14,
      { needs: ['Screening for all', 'School support team'] },
    ),
    component(
      'Plans for single students',
      'A few students have a plan of their own, made with the family and looked at often.',
      'A written plan within three weeks, looked at every four weeks with data.',
      [
        'Says what, who and how often; family and student helped to make it; data decide what changes.',
        'There is a plan, but no data, or the family only signs.',
        'A file for the next evaluation.',
      ],
      10,
      { needs: ['Added help in groups'] },
    ),
  ],
}

const learningCommunities: StarterSet = {
  id: 'plc',
  title: 'Professional learning communities',
  purpose: 'Teachers of one course or grade plan, check and improve their teaching together.',
  components: [
    component(
      'Protected team time',
      'Teams of one grade or course meet in working hours, on a fixed day.',
      '45 minutes a week, at least 30 weeks, never taken for other things.',
      [
        'On the schedule before the year starts; principal protects it and drops in.',
        'On the schedule, but often taken for testing, coverage or announcements.',
        'Before or after school, for those who can stay.',
      ],
      3,
    ),
    component(
      'Agreed essential learning',
      'The team says in plain words what every student must learn in the next unit.',
      'Written down for every unit, at most ten points, before it starts.',
      [
        'Few points, in words a student understands, the same in all rooms, with an example of good work.',
        'Copied from the standards, or not the same in all rooms.',
        'Each teacher follows their own book.',
      ],
      7,
      { needs: ['Protected team time'] },
    ),
    component(
      'Common checks',
      'The team gives the same short check in the same week and looks at the answers together.',
      'One for each unit; looked at within a week.',
      [
        'Made before the unit; the team reads students’ answers, not only scores, and finds what worked in whose room.',
        'Common check, but everyone scores and keeps their own.',
        'End-of-year test only.',
      ],
      7,
      { needs: ['Agreed essential learning'] },
    ),
    component(
      'Help in the same week',
      'Students who did not get it are taught again in another way, the others go further.',
      'Two blocks of 30 minutes after each check, within a week.',
      [
        'The teacher with the best results teaches the point again; groups last only until the next check.',
        'Extra time is there, but the same worksheet again.',
        'Those who fail stay behind while the class moves on.',
      ],
      7,
      { needs: ['Common checks'] },
    ),
  ],
}

const math: StarterSet = {
  id: 'math',
  title: 'Math',
  purpose: 'Students reason, talk and practice; teachers see what they think and act on it.',
  components: [
    component(
      'A task that asks for thinking',
      'Lessons start from a problem that can be solved in more than one way.',
      'Twice a week, from the shared units, 15 minutes before anything is explained.',
      [
        'All students have time to try; the teacher walks, listens and picks what is to be shown.',
        'Good problem, but explained step by step at once.',
        'Examples on the board, then the same exercise twenty times.',
      ],
      14,
    ),
    component(
      'Talk about solutions',
      'Students compare ways of solving and say why they work.',
      'Twice a week, 10 minutes, at least two different ways side by side.',
      [
        'Students explain to each other; the teacher links the ways to the idea of the lesson.',
        'Students show answers, the teacher does the explaining.',
        'Right and wrong are called out, no reasons.',
      ],
      14,
      { needs: ['A task that asks for thinking'] },
    ),
    component(
      'Practice that builds on itself',
      'Short, mixed practice keeps earlier facts and procedures fresh, with reasons.',
      '10 minutes on four days a week, half of it from earlier units.',
      [
        'Mixed, spaced over weeks, looked through the same day; facts are practiced by strategy, not by clock alone.',
        'Regular practice, but only of the day’s topic.',
        'Homework only, or timed tests that count for the grade.',
      ],
      7,
    ),
    component(
      'Exit question',
      'Each lesson ends with one question that shows who has the idea.',
      'Three times a week, sorted before the next lesson.',
      [
        'One question on the point of the lesson; sorted into three piles; the next lesson starts with what they show.',
        'Given, but looked at days later.',
        'Thumbs up or down.',
      ],
      5,
    ),
    component(
      'Ready-for-grade support',
      'Students who lack something from an earlier grade get just that, just before it is needed.',
      'Two sessions of 25 minutes in the week before a unit, for those whom a short check names.',
      [
        'Only what the coming unit needs, beside the lesson of the grade.',
        'Support is there, but goes through last year’s book from the start.',
        'Students miss the lesson of their grade for it.',
      ],
      10,
      { isCore: false, needs: ['Exit question'] },
    ),
  ],
}

/** First sets of components in plain words, to be changed as the district needs. */
export const starterSets: readonly StarterSet[] = [literacy, tieredSupport, learningCommunities, math]
