/** Version 3: a scenario can be put away without being removed; null where it is not. */
export const sql = `
ALTER TABLE "workbook_scenario" ADD COLUMN "archivedAt" TEXT;
`
