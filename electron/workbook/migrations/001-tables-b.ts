/** The tables of the plan as version 1 of the format has them: from the positions to the reports. */
export const tablesFromPosition = `
CREATE TABLE "position" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "title" TEXT NOT NULL,
  "code" TEXT,
  "function" TEXT NOT NULL CHECK ("function" IN ('coach', 'systems', 'leader', 'practitioner', 'support')),
  "status" TEXT NOT NULL CHECK ("status" IN ('filled', 'vacant', 'frozen')),
  "expectedFillMonth" TEXT CHECK ("expectedFillMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "backup" TEXT,
  "practitionerTimeShare" INTEGER,
  "isRecurringNeed" INTEGER NOT NULL CHECK ("isRecurringNeed" IN (0, 1)),
  "category" TEXT NOT NULL CHECK ("category" IN ('salaries', 'substitutes', 'services', 'travel', 'materials', 'technology', 'other'))
) STRICT;
CREATE TABLE "positionPeriod" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "positionId" TEXT NOT NULL REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
  "fromMonth" TEXT NOT NULL CHECK ("fromMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "toMonth" TEXT CHECK ("toMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "unitId" TEXT REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "fte" INTEGER NOT NULL,
  "salaryCents" INTEGER NOT NULL,
  "benefitRate" INTEGER,
  "rolloutShare" INTEGER NOT NULL
) STRICT;
CREATE INDEX "positionPeriod_positionId" ON "positionPeriod" ("positionId");
CREATE INDEX "positionPeriod_unitId" ON "positionPeriod" ("unitId");
CREATE TABLE "responsibility" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "unitId" TEXT REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "isRequired" INTEGER NOT NULL CHECK ("isRequired" IN (0, 1)),
  "carriedBy" TEXT,
  "backup" TEXT
) STRICT;
CREATE INDEX "responsibility_unitId" ON "responsibility" ("unitId");
CREATE TABLE "fundingSource" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('general', 'federal', 'state', 'grant', 'local', 'other')),
  "isRecurring" INTEGER NOT NULL CHECK ("isRecurring" IN (0, 1)),
  "startMonth" TEXT CHECK ("startMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "obligationEndMonth" TEXT CHECK ("obligationEndMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "liquidationEndMonth" TEXT CHECK ("liquidationEndMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "allowedCategories" TEXT NOT NULL CHECK (json_valid("allowedCategories") AND json_type("allowedCategories") = 'array'),
  "allowedUnitIds" TEXT NOT NULL CHECK (json_valid("allowedUnitIds") AND json_type("allowedUnitIds") = 'array')
) STRICT;
CREATE TABLE "sourceYear" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "sourceId" TEXT NOT NULL REFERENCES "fundingSource" ("id") DEFERRABLE INITIALLY DEFERRED,
  "fiscalYear" INTEGER NOT NULL,
  "amountCents" INTEGER NOT NULL
) STRICT;
CREATE INDEX "sourceYear_sourceId" ON "sourceYear" ("sourceId");
CREATE TABLE "costLine" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "category" TEXT NOT NULL CHECK ("category" IN ('salaries', 'substitutes', 'services', 'travel', 'materials', 'technology', 'other')),
  "functionCode" TEXT,
  "objectCode" TEXT,
  "unitId" TEXT REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "componentId" TEXT REFERENCES "component" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sessionId" TEXT REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
  "frequency" TEXT NOT NULL CHECK ("frequency" IN ('once', 'monthly', 'yearly')),
  "amountCents" INTEGER NOT NULL,
  "firstMonth" TEXT NOT NULL CHECK ("firstMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "lastMonth" TEXT CHECK ("lastMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "isRecurringNeed" INTEGER NOT NULL CHECK ("isRecurringNeed" IN (0, 1)),
  "obligatedMonth" TEXT CHECK ("obligatedMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT;
CREATE INDEX "costLine_unitId" ON "costLine" ("unitId");
CREATE INDEX "costLine_componentId" ON "costLine" ("componentId");
CREATE INDEX "costLine_sessionId" ON "costLine" ("sessionId");
CREATE TABLE "lineYear" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "lineId" TEXT NOT NULL REFERENCES "costLine" ("id") DEFERRABLE INITIALLY DEFERRED,
  "fiscalYear" INTEGER NOT NULL,
  "plannedCents" INTEGER,
  "actualCents" INTEGER
) STRICT;
CREATE INDEX "lineYear_lineId" ON "lineYear" ("lineId");
CREATE TABLE "assignment" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "positionId" TEXT REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sessionId" TEXT REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
  "costLineId" TEXT REFERENCES "costLine" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sourceId" TEXT NOT NULL REFERENCES "fundingSource" ("id") DEFERRABLE INITIALLY DEFERRED,
  "share" INTEGER,
  "fromMonth" TEXT CHECK ("fromMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "toMonth" TEXT CHECK ("toMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT;
CREATE INDEX "assignment_positionId" ON "assignment" ("positionId");
CREATE INDEX "assignment_sessionId" ON "assignment" ("sessionId");
CREATE INDEX "assignment_costLineId" ON "assignment" ("costLineId");
CREATE INDEX "assignment_sourceId" ON "assignment" ("sourceId");
CREATE TABLE "milestone" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "unitId" TEXT REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "waveId" TEXT REFERENCES "wave" ("id") DEFERRABLE INITIALLY DEFERRED,
  "month" TEXT NOT NULL CHECK ("month" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "owner" TEXT,
  "doneOn" TEXT CHECK ("doneOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
CREATE INDEX "milestone_unitId" ON "milestone" ("unitId");
CREATE INDEX "milestone_waveId" ON "milestone" ("waveId");
CREATE TABLE "communication" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "audience" TEXT NOT NULL,
  "message" TEXT,
  "channel" TEXT,
  "frequency" TEXT NOT NULL CHECK ("frequency" IN ('once', 'monthly', 'quarterly', 'yearly')),
  "owner" TEXT,
  "waveId" TEXT REFERENCES "wave" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "communication_waveId" ON "communication" ("waveId");
CREATE TABLE "barrier" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "raisedOn" TEXT NOT NULL CHECK ("raisedOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "description" TEXT NOT NULL,
  "unitId" TEXT REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "level" TEXT NOT NULL CHECK ("level" IN ('team', 'school', 'district', 'region', 'state')),
  "escalatedTo" TEXT,
  "owner" TEXT,
  "closedOn" TEXT CHECK ("closedOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "resolution" TEXT
) STRICT;
CREATE INDEX "barrier_unitId" ON "barrier" ("unitId");
CREATE TABLE "decision" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "question" TEXT NOT NULL,
  "dataUsed" TEXT,
  "decision" TEXT,
  "owner" TEXT,
  "followUpOn" TEXT CHECK ("followUpOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "result" TEXT
) STRICT;
CREATE TABLE "gate" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "fromPhase" TEXT NOT NULL CHECK ("fromPhase" IN ('notStarted', 'pilot', 'scale', 'atScale', 'sustained')),
  "toPhase" TEXT NOT NULL CHECK ("toPhase" IN ('notStarted', 'pilot', 'scale', 'atScale', 'sustained')),
  "decidedOn" TEXT CHECK ("decidedOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "decidedBy" TEXT
) STRICT;
CREATE TABLE "gateCriterion" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "gateId" TEXT NOT NULL REFERENCES "gate" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('fidelity', 'capacity', 'trained', 'fundedMonths', 'readinessLane', 'evidence')),
  "line" INTEGER,
  "lane" TEXT CHECK ("lane" IN ('resources', 'communication', 'data', 'learning', 'people')),
  "evidence" TEXT,
  "isMet" INTEGER NOT NULL CHECK ("isMet" IN (0, 1))
) STRICT;
CREATE INDEX "gateCriterion_gateId" ON "gateCriterion" ("gateId");
CREATE TABLE "reorganisationMove" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "positionId" TEXT REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
  "duty" TEXT,
  "newFunction" TEXT NOT NULL CHECK ("newFunction" IN ('coach', 'systems', 'leader', 'practitioner', 'support', 'ended')),
  "unitId" TEXT REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "fte" INTEGER,
  "monthsAfterAtScale" INTEGER NOT NULL
) STRICT;
CREATE INDEX "reorganisationMove_positionId" ON "reorganisationMove" ("positionId");
CREATE INDEX "reorganisationMove_unitId" ON "reorganisationMove" ("unitId");
CREATE TABLE "note" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "aboutTable" TEXT NOT NULL,
  "aboutRow" TEXT NOT NULL,
  "aboutField" TEXT,
  "text" TEXT NOT NULL,
  "source" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
CREATE TABLE "report" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "audience" TEXT NOT NULL CHECK ("audience" IN ('board', 'cabinet', 'principal', 'team')),
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "decisionAsked" TEXT,
  "contact" TEXT,
  "figures" TEXT
) STRICT;
`
