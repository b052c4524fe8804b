import { resolve } from 'node:path'
import { newSampleWorkbook } from '../sample/sample'
import { createWorkbook } from '../workbook/create'
import { systemEnvironment } from '../workbook/environment'
import { jsonText, type Command } from './command'
import { badFile } from './failure'

/** The sample district as a workbook file. */
export const sampleCommand: Command = {
  usage: 'sample FILE.rollout [--json]',
  summary: 'Makes the sample district as a workbook file. A file that is there already stays.',
  options: {},
  operands: 1,
  run: ([path = ''], { json }) => {
    const made = createWorkbook(resolve(path), newSampleWorkbook(), systemEnvironment(), { isSample: true })
    if (!made.ok) throw badFile(made.error.code, made.error.message)
    made.value.close()
    return json === true ? jsonText({ path: resolve(path) }) : `Made ${resolve(path)}\n`
  },
}
