import type { Missing } from '../forecast/missing'
import { ok, type Result } from '../plan/result'
import { districtOf } from '../plan/words'
import { officesOf } from './office-names'
import { seesCodes } from './privacy'
import type { Report, ReportSection, SectionId } from './report'
import { planFacts, type ReportFacts, type ReportInput } from './report-input'
import { choicesSection } from './sections/choices'
import { keepSection } from './sections/keep'
import { moneySection } from './sections/money'
import { nextSection } from './sections/next'
import { notesSection } from './sections/notes'
import { peopleSection } from './sections/people'
import { qualitySection } from './sections/quality'
import { reachSection } from './sections/reach'
import { summarySection } from './sections/summary'
import { whatSection } from './sections/what'
import { sourcesSection } from './sections/sources'
import { sectionsFor } from './audience'
import { withoutNames } from './without-names'

const sections: Readonly<Record<SectionId, (facts: ReportFacts) => ReportSection>> = {
  summary: summarySection,
  what: whatSection,
  reach: reachSection,
  quality: qualitySection,
  people: peopleSection,
  money: moneySection,
  keep: keepSection,
  choices: choicesSection,
  next: nextSection,
  notes: notesSection,
  sources: sourcesSection,
}

/**
 * The board report of a plan, with other plans beside it, as data. Compiles and simulates every plan itself, so that
 * window, terminal and file print the same figures; nothing in it depends on a clock. The error says what the subject
 * still lacks before it can be forecast; a choice that cannot be forecast is named in its section instead.
 */
export const buildReport = ({
  subject,
  choices,
  options,
  rangeOf = () => null,
}: ReportInput): Result<Report, Missing[]> => {
  const about = planFacts(subject, rangeOf(subject.plan))
  if (!about.ok) return about
  const facts: ReportFacts = {
    subject: about.value,
    choices: choices.map((choice) => ({ name: choice.name, facts: planFacts(choice, rangeOf(choice.plan)) })),
    options,
    offices: officesOf([subject, ...choices].map(({ plan }) => plan)),
  }
  const report: Report = {
    district: districtOf(subject.plan),
    scenario: subject.name,
    audience: options.audience,
    asOf: about.value.headline.asOf,
    date: options.date,
    contact: options.contact,
    isDraft: options.isDraft,
    sections: sectionsFor(options.audience, choices.length > 0).map((id) => sections[id](facts)),
    sources: sections.sources(facts),
  }
  return ok(seesCodes(options.audience) ? report : withoutNames(report, facts.offices, options.decisionAsked))
}
