/** The tables of the plan as version 1 of the format has them: from the plan itself to the sessions. */
export const tablesToSession = `
CREATE TABLE "plan" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK ("id" = '00000000-0000-4000-8000-000000000001'),
  "rank" REAL NOT NULL,
  "district" TEXT NOT NULL,
  "startMonth" TEXT NOT NULL CHECK ("startMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "horizonMonths" INTEGER NOT NULL,
  "asOfMonth" TEXT CHECK ("asOfMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "fiscalYearStart" INTEGER NOT NULL,
  "currencyYear" INTEGER NOT NULL
) STRICT;
CREATE TABLE "setting" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "key" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "low" REAL,
  "high" REAL,
  "source" TEXT,
  "grade" TEXT CHECK ("grade" IN ('A', 'B', 'C'))
) STRICT;
CREATE TABLE "parameter" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "key" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "low" REAL,
  "high" REAL,
  "source" TEXT,
  "grade" TEXT CHECK ("grade" IN ('A', 'B', 'C'))
) STRICT;
CREATE TABLE "unit" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('region', 'district', 'school', 'department')),
  "parentId" TEXT REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "level" TEXT CHECK ("level" IN ('early', 'elementary', 'middle', 'high', 'combined', 'alternative', 'other')),
  "externalId" TEXT,
  "enrolment" INTEGER,
  "economicallyDisadvantagedShare" INTEGER,
  "waveId" TEXT REFERENCES "wave" ("id") DEFERRABLE INITIALLY DEFERRED,
  "capacity" INTEGER,
  "keyPersonDependency" INTEGER,
  "contextTags" TEXT NOT NULL CHECK (json_valid("contextTags") AND json_type("contextTags") = 'array')
) STRICT;
CREATE INDEX "unit_parentId" ON "unit" ("parentId");
CREATE INDEX "unit_waveId" ON "unit" ("waveId");
CREATE TABLE "wave" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('pilot', 'scale')),
  "startMonth" TEXT CHECK ("startMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "gateId" TEXT REFERENCES "gate" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "wave_gateId" ON "wave" ("gateId");
CREATE TABLE "role" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('practitioner', 'leader', 'coach', 'systems', 'other'))
) STRICT;
CREATE TABLE "staffGroup" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "unitId" TEXT NOT NULL REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "roleId" TEXT NOT NULL REFERENCES "role" ("id") DEFERRABLE INITIALLY DEFERRED,
  "headcount" REAL NOT NULL,
  "annualTurnover" INTEGER,
  "readiness" REAL NOT NULL,
  "contextFit" REAL NOT NULL,
  "onboardingCoverage" INTEGER
) STRICT;
CREATE INDEX "staffGroup_unitId" ON "staffGroup" ("unitId");
CREATE INDEX "staffGroup_roleId" ON "staffGroup" ("roleId");
CREATE TABLE "component" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT,
  "minimumPractice" TEXT,
  "evidence" TEXT,
  "contributionWeight" REAL NOT NULL,
  "isCore" INTEGER NOT NULL CHECK ("isCore" IN (0, 1)),
  "prerequisiteIds" TEXT NOT NULL CHECK (json_valid("prerequisiteIds") AND json_type("prerequisiteIds") = 'array'),
  "profileExpected" TEXT,
  "profileDeveloping" TEXT,
  "profileNotAcceptable" TEXT,
  "trainingHoursNeeded" REAL NOT NULL,
  "owner" TEXT
) STRICT;
CREATE TABLE "stage" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "componentId" TEXT NOT NULL REFERENCES "component" ("id") DEFERRABLE INITIALLY DEFERRED,
  "unitId" TEXT NOT NULL REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stage" TEXT NOT NULL CHECK ("stage" IN ('exploring', 'installing', 'initial', 'full')),
  "sinceMonth" TEXT CHECK ("sinceMonth" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "evidence" TEXT
) STRICT;
CREATE INDEX "stage_componentId" ON "stage" ("componentId");
CREATE INDEX "stage_unitId" ON "stage" ("unitId");
CREATE TABLE "fidelityMeasure" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "version" TEXT,
  "componentIds" TEXT NOT NULL CHECK (json_valid("componentIds") AND json_type("componentIds") = 'array'),
  "maximumPoints" REAL,
  "criterionShare" INTEGER NOT NULL,
  "minutesPerObservation" REAL NOT NULL,
  "roundsPerYear" REAL NOT NULL
) STRICT;
CREATE TABLE "observation" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "measureId" TEXT NOT NULL REFERENCES "fidelityMeasure" ("id") DEFERRABLE INITIALLY DEFERRED,
  "unitId" TEXT NOT NULL REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "roleId" TEXT REFERENCES "role" ("id") DEFERRABLE INITIALLY DEFERRED,
  "componentId" TEXT NOT NULL REFERENCES "component" ("id") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "staffObserved" INTEGER NOT NULL,
  "trained" INTEGER,
  "using" INTEGER NOT NULL,
  "atFidelity" INTEGER NOT NULL,
  "score" REAL
) STRICT;
CREATE INDEX "observation_measureId" ON "observation" ("measureId");
CREATE INDEX "observation_unitId" ON "observation" ("unitId");
CREATE INDEX "observation_roleId" ON "observation" ("roleId");
CREATE INDEX "observation_componentId" ON "observation" ("componentId");
CREATE TABLE "outcomeMeasure" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "name" TEXT NOT NULL,
  "direction" TEXT NOT NULL CHECK ("direction" IN ('higher', 'lower')),
  "unitOfMeasure" TEXT
) STRICT;
CREATE TABLE "outcomeResult" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "measureId" TEXT NOT NULL REFERENCES "outcomeMeasure" ("id") DEFERRABLE INITIALLY DEFERRED,
  "unitId" TEXT NOT NULL REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "value" REAL NOT NULL,
  "n" INTEGER
) STRICT;
CREATE INDEX "outcomeResult_measureId" ON "outcomeResult" ("measureId");
CREATE INDEX "outcomeResult_unitId" ON "outcomeResult" ("unitId");
CREATE TABLE "capacityAssessment" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "unitId" TEXT NOT NULL REFERENCES "unit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "subscale" TEXT NOT NULL,
  "points" REAL NOT NULL,
  "maximum" REAL NOT NULL
) STRICT;
CREATE INDEX "capacityAssessment_unitId" ON "capacityAssessment" ("unitId");
CREATE TABLE "session" (
  "id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36),
  "rank" REAL NOT NULL,
  "title" TEXT NOT NULL,
  "series" TEXT,
  "componentIds" TEXT NOT NULL CHECK (json_valid("componentIds") AND json_type("componentIds") = 'array'),
  "roleIds" TEXT NOT NULL CHECK (json_valid("roleIds") AND json_type("roleIds") = 'array'),
  "unitIds" TEXT NOT NULL CHECK (json_valid("unitIds") AND json_type("unitIds") = 'array'),
  "waveIds" TEXT NOT NULL CHECK (json_valid("waveIds") AND json_type("waveIds") = 'array'),
  "month" TEXT NOT NULL CHECK ("month" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "hours" REAL NOT NULL,
  "seats" INTEGER,
  "attendancePlanned" INTEGER NOT NULL,
  "attendanceActual" INTEGER,
  "methods" TEXT NOT NULL CHECK (json_valid("methods") AND json_type("methods") = 'array'),
  "facilitators" TEXT,
  "timePaidAs" TEXT NOT NULL CHECK ("timePaidAs" IN ('usual', 'substitute', 'stipend')),
  "leaderFeeCents" INTEGER,
  "materialsPerPersonCents" INTEGER
) STRICT;
`
