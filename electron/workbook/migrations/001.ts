import { tablesToSession } from './001-tables-a'
import { tablesFromPosition } from './001-tables-b'

/** What is about the plan and not in it: what the file says of itself, the log, scenarios, remembered import mappings. */
const records = `
CREATE TABLE "workbook_info" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) STRICT;
CREATE TABLE "workbook_log" (
  "sequence" INTEGER NOT NULL PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "target" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "changes" TEXT NOT NULL,
  "entries" TEXT,
  "changeCount" INTEGER NOT NULL,
  "undoMark" TEXT CHECK ("undoMark" IN ('done', 'undone'))
) STRICT;
CREATE INDEX "workbook_log_undo" ON "workbook_log" ("target", "undoMark", "sequence") WHERE "undoMark" IS NOT NULL;
CREATE TABLE "workbook_scenario" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "name" TEXT NOT NULL,
  "question" TEXT,
  "createdAt" TEXT NOT NULL
) STRICT;
CREATE TABLE "workbook_scenarioChange" (
  "scenarioId" TEXT NOT NULL REFERENCES "workbook_scenario" ("id") ON DELETE CASCADE,
  "tableName" TEXT NOT NULL,
  "rowId" TEXT NOT NULL,
  "change" TEXT NOT NULL,
  PRIMARY KEY ("scenarioId", "tableName", "rowId")
) STRICT;
CREATE TABLE "workbook_mapping" (
  "name" TEXT NOT NULL,
  "tableName" TEXT NOT NULL,
  "json" TEXT NOT NULL,
  PRIMARY KEY ("tableName", "name")
) STRICT;
`

/** Version 1, the first: an empty file becomes a workbook. */
export const sql = tablesToSession + tablesFromPosition + records
