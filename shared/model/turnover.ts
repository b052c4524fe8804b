/**
 * Share of a group's people who stay in each calendar month, `[calendarMonth * groups + group]`, January first:
 * (1 − annualTurnover)^leaving, so that twelve months keep exactly 1 − annualTurnover (model card, "Turnover").
 * `annualTurnovers` are shares a year; `leaving` is twelve numbers with sum 1.
 */
export function monthlyRetention(annualTurnovers: readonly number[], leaving: readonly number[]): Float64Array {
  const retention = new Float64Array(leaving.length * annualTurnovers.length)
  leaving.forEach((part, calendarMonth) => {
    // Districts know few different rates of turnover; powers are dear.
    const known = new Map<number, number>()
    annualTurnovers.forEach((turnover, group) => {
      const stay = known.get(turnover) ?? Math.pow(1 - turnover, part)
      known.set(turnover, stay)
      retention[calendarMonth * annualTurnovers.length + group] = stay
    })
  })
  return retention
}
