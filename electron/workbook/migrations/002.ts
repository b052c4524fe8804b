/**
 * Version 2: named snapshots, saved views of sheets, and a mark on commits whose changes could not be carried into a
 * later format, so that nobody goes back through them.
 *
 * A snapshot holds the plan's rows, compressed, and not a place in the log: to read it back from there would hang on
 * every commit since, on each migration carrying all of them, and on the log never being shortened.
 */
export const sql = `
ALTER TABLE "workbook_log" ADD COLUMN "isLeftBehind" INTEGER NOT NULL DEFAULT 0 CHECK ("isLeftBehind" IN (0, 1));
CREATE INDEX "workbook_log_target" ON "workbook_log" ("target", "sequence");
CREATE TABLE "workbook_snapshot" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "name" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "sequence" INTEGER NOT NULL,
  "rows" BLOB NOT NULL
) STRICT;
CREATE TABLE "workbook_view" (
  "sheet" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "json" TEXT NOT NULL,
  PRIMARY KEY ("sheet", "name")
) STRICT;
`
