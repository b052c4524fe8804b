import type { LinearAnswer, LinearProgram, LinearSum } from '@shared/money/linear-program'
import highsLoader, { type Highs, type Model, type ModelData } from 'highs'

/** How much of an objective may be given up for the next one, as a share of it: what rounding may move. */
const slack = 1e-10

let loading: Promise<Highs> | null = null

type Solved = { readonly value: number; readonly values: number[] }

const load = (): Promise<Highs> => (loading ??= highsLoader())

const costsOf = (columnCount: number, { columns, coefficients }: LinearSum): Float64Array => {
  const costs = new Float64Array(columnCount)
  columns.forEach((column, at) => (costs[column] = (costs[column] ?? 0) + (coefficients[at] ?? 0)))
  return costs
}

function modelData({ columnUpper, rows }: LinearProgram, infinity: number): ModelData {
  const starts = [0]
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length)
  return {
    numCols: columnUpper.length,
    numRows: rows.length,
    colCost: new Float64Array(columnUpper.length),
    colLower: new Float64Array(columnUpper.length),
    colUpper: Float64Array.from(columnUpper, (upper) => upper ?? infinity),
    rowLower: Float64Array.from(rows, ({ lower }) => lower ?? -infinity),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper ?? infinity),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columnUpper.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
    },
  }
}

/** Minimizes one objective; answers what it came to and the columns with it. */
function minimize(highs: Highs, model: Model, columnCount: number, objective: LinearSum): Solved {
  costsOf(columnCount, objective).forEach((cost, column) => model.changeColCost(column, cost))
  model.run()
  const status = model.getModelStatus()
  if (status !== highs.constants.modelStatus.optimal) throw new Error(`the program has no best answer (${status})`)
  return { value: model.getObjectiveValue(), values: [...model.getSolution().colValue] }
}

/** Keeps an objective at what it came to, so that the next one cannot worsen it. */
function hold(highs: Highs, model: Model, { columns, coefficients }: LinearSum, value: number): void {
  if (columns.length === 0) return
  const entries = { indices: Int32Array.from(columns), values: Float64Array.from(coefficients) }
  model.addRow(-highs.infinity, value + Math.max(1e-6, Math.abs(value) * slack), entries)
}

/**
 * Solves a linear program with HiGHS, one objective after the other, and tells how far it is (0–1) after each. Throws
 * where the program has no best answer, which one that can always leave things unfunded does not know.
 */
export async function solveProgram(
  program: LinearProgram,
  progress: (done: number) => void = () => undefined,
): Promise<LinearAnswer> {
  const columnCount = program.columnUpper.length
  if (columnCount === 0) return { values: [], objectives: program.objectives.map(() => 0) }
  const highs = await load()
  return highs.withModel(modelData(program, highs.infinity), (model) => {
    model.options.set({ output_flag: false, solver: 'simplex' })
    let values: number[] = []
    const objectives = program.objectives.map((objective, at) => {
      const solved = minimize(highs, model, columnCount, objective)
      hold(highs, model, objective, solved.value)
      values = solved.values
      progress((at + 1) / program.objectives.length)
      return solved.value
    })
    return { values, objectives }
  })
}
