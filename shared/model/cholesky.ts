/** A square matrix by rows. */
export type Matrix = readonly (readonly number[])[]

/** The lower triangle L with L·Lᵀ = matrix (symmetric, not negative); a direction without spread stays without. */
export function cholesky(matrix: Matrix): number[][] {
  const lower: number[][] = matrix.map((row) => row.map(() => 0))
  for (let row = 0; row < matrix.length; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row]?.[column] ?? 0
      for (let k = 0; k < column; k += 1) rest -= (lower[row]?.[k] ?? 0) * (lower[column]?.[k] ?? 0)
      const diagonal = lower[column]?.[column] ?? 0
      const entry = row === column ? Math.sqrt(Math.max(0, rest)) : diagonal > 0 ? rest / diagonal : 0
      lower[row]?.splice(column, 1, entry)
    }
  }
  return lower
}

/** The solution x of L·Lᵀ·x = right, L being a lower triangle without zeros on its diagonal. */
export function solveCholesky(lower: Matrix, right: readonly number[]): number[] {
  const size = lower.length
  const entry = (row: number, column: number) => lower[row]?.[column] ?? 0
  const forward: number[] = []
  for (let row = 0; row < size; row += 1) {
    let rest = right[row] ?? 0
    for (let k = 0; k < row; k += 1) rest -= entry(row, k) * (forward[k] ?? 0)
    forward.push(rest / entry(row, row))
  }
  const solution = forward.slice()
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = forward[row] ?? 0
    for (let k = row + 1; k < size; k += 1) rest -= entry(k, row) * (solution[k] ?? 0)
    solution[row] = rest / entry(row, row)
  }
  return solution
}

/** The inverse of the symmetric positive matrix L·Lᵀ. */
export function inverseFromCholesky(lower: Matrix): number[][] {
  const columns = lower.map((_, index) =>
    solveCholesky(
      lower,
      lower.map((__, row) => (row === index ? 1 : 0)),
    ),
  )
  return columns.map((_, row) => columns.map((column) => column[row] ?? 0))
}

/** Whether a symmetric matrix is positive definite, by the triangle that `cholesky` gave for it. */
export function isPositive(lower: Matrix): boolean {
  return lower.every((row, index) => (row[index] ?? 0) > 0)
}
