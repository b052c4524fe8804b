import type { Handlers } from './answer-call'
import type { WorkbookHost } from './workbook-host'

type Passed = Extract<keyof Handlers, `scenario.${string}` | `mapping.${string}`>

/** The calls about what is kept beside the plan: scenarios and the import's remembered column mappings. */
export const scenarioCalls = (host: WorkbookHost): Pick<Handlers, Passed> => ({
  'scenario.create': (args) => host.ask('scenario.create', args),
  'scenario.rename': (args) => host.ask('scenario.rename', args),
  'scenario.remove': (args) => host.ask('scenario.remove', args),
  'mapping.list': (args) => host.ask('mapping.list', args),
  'mapping.save': (args) => host.ask('mapping.save', args),
})
