/** What a support file tells of the app and the computer. No name, no path and nothing from a workbook is in it. */
export type SupportFacts = {
  readonly at: string
  readonly version: string
  readonly electron: string
  readonly chrome: string
  readonly node: string
  /** Such as "linux x64 6.1.0". */
  readonly system: string
  readonly memoryMegabytes: number
  readonly language: string
  readonly colorScheme: string
  /** The size of the workbook that is open; null without one. */
  readonly workbookBytes: number | null
  readonly recentCount: number
  readonly crashCount: number
  readonly log: string
}

const count = (number: number): string => number.toLocaleString('en-US')

/** The support file as text: what the planner reads before saving it is what is saved. */
export function supportText(facts: SupportFacts): string {
  const lines = [
    'Rollout Workbook: support file',
    '',
    'For whoever helps you. It holds the lines below and nothing else:',
    'no names, no file names or folders, and nothing from a plan.',
    'It is sent nowhere by itself.',
    '',
    `Made: ${facts.at}`,
    `Version: ${facts.version} (Electron ${facts.electron}, Chrome ${facts.chrome}, Node ${facts.node})`,
    `System: ${facts.system}, ${count(facts.memoryMegabytes)} MB of memory, language ${facts.language}`,
    `Colors: ${facts.colorScheme}`,
    `Workbook open: ${facts.workbookBytes === null ? 'none' : `one of ${count(facts.workbookBytes)} bytes`}`,
    `Recent workbooks: ${count(facts.recentCount)}`,
    `Crash reports kept on this computer: ${count(facts.crashCount)}`,
    '',
    'What happened (time in UTC, what, where):',
    facts.log.trim() === '' ? 'nothing noted' : facts.log.trimEnd(),
  ]
  return `${lines.join('\n')}\n`
}
