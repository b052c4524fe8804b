import type { Handlers } from './answer-call'
import type { WorkbookHost } from './workbook-host'

type Passed = Extract<
  keyof Handlers,
  `scenario.${string}` | `snapshot.${string}` | `view.${string}` | `mapping.${string}`
>

/** The calls about what is kept beside the plan: scenarios, versions, views and the import's remembered column mappings. */
export const recordCalls = (host: WorkbookHost): Pick<Handlers, Passed> => ({
  'scenario.create': (args) => host.ask('scenario.create', args),
  'scenario.rename': (args) => host.ask('scenario.rename', args),
  'scenario.archive': (args) => host.ask('scenario.archive', args),
  'scenario.remove': (args) => host.ask('scenario.remove', args),
  'snapshot.list': (args) => host.ask('snapshot.list', args),
  'snapshot.create': (args) => host.ask('snapshot.create', args),
  'snapshot.read': (args) => host.ask('snapshot.read', args),
  'snapshot.remove': (args) => host.ask('snapshot.remove', args),
  'view.list': (args) => host.ask('view.list', args),
  'view.save': (args) => host.ask('view.save', args),
  'view.remove': (args) => host.ask('view.remove', args),
  'mapping.list': (args) => host.ask('mapping.list', args),
  'mapping.save': (args) => host.ask('mapping.save', args),
})
