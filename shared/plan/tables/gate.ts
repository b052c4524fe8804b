import { choice, day, longText, requiredChoice, requiredReference, requiredText, share, text, yesNo } from '../field'
import { defineTable } from '../table'

const phases = {
  notStarted: 'Not started',
  pilot: 'Pilot',
  scale: 'Scale-up',
  atScale: 'At scale',
  sustained: 'Sustained',
} as const

export const gate = defineTable({
  label: 'Gates',
  labelOne: 'Gate',
  help: 'Points at which it is decided, on evidence, whether the next step may begin.',
  naturalKey: ['name'],
  uniqueKey: ['name'],
  fields: {
    name: requiredText({ label: 'Gate', help: 'Name of the gate.' }),
    fromPhase: requiredChoice({ label: 'From', help: 'Phase before it.', options: phases, default: 'pilot' }),
    toPhase: requiredChoice({ label: 'To', help: 'Phase that it opens.', options: phases, default: 'scale' }),
    decidedOn: day({ label: 'Decided on', help: 'Day it was opened; empty: not yet.' }),
    decidedBy: text({ label: 'Decided by', help: 'Who decided (a role or a body).' }),
  },
})

export const gateCriterion = defineTable({
  label: 'Gate criteria',
  labelOne: 'Gate criterion',
  help: 'What has to hold for a gate to open.',
  naturalKey: ['gateId', 'kind', 'lane', 'evidence'],
  parent: 'gateId',
  fields: {
    gateId: requiredReference({ label: 'Gate', help: 'Which gate.', table: 'gate' }),
    kind: requiredChoice({
      label: 'What',
      help: 'What is looked at.',
      options: {
        fidelity: 'Share with fidelity',
        capacity: 'Capacity',
        trained: 'Share trained',
        fundedMonths: 'Months with funds',
        readinessLane: 'Readiness lane',
        evidence: 'Evidence given',
      },
      default: 'fidelity',
    }),
    line: share({ label: 'Line', help: 'Share from which it holds; for months with funds, percent of three years.' }),
    lane: choice({
      label: 'Lane',
      help: 'Which readiness lane, where a lane is looked at.',
      options: {
        resources: 'Resources',
        communication: 'Communication',
        data: 'Data collection',
        learning: 'Professional learning',
        people: 'People',
      },
    }),
    evidence: longText({ label: 'Evidence', help: 'What was shown.' }),
    isMet: yesNo({ label: 'Met', help: 'For evidence that people judge: whether it is met.', default: false }),
  },
})
