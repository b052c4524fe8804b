import Database from 'better-sqlite3'
import { run } from '../../tools/command.ts'
import { inRoot } from '../../tools/project.ts'

/** Writes the sample district with so many learning sessions that its sheet is long: its first one, over and over,
 * above those that it has. */
export async function writeLargeWorkbook(path: string, count: number): Promise<void> {
  await run(process.execPath, [inRoot('out/main/cli.js'), 'sample', path])
  const db = new Database(path)
  try {
    const columns = (db.pragma('table_info(session)') as { name: string }[]).map(({ name }) => name)
    const values = columns.map((name) => {
      if (name === 'id') return "printf('00000000-0000-4000-8000-%012d', 100000 + n)"
      if (name === 'rank') return '-100000 + n'
      return name === 'title' ? "'Session ' || n" : `"${name}"`
    })
    db.exec(`WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${count})
      INSERT INTO session (${columns.map((name) => `"${name}"`).join(', ')})
      SELECT ${values.join(', ')} FROM counted, (SELECT * FROM session ORDER BY rank LIMIT 1)`)
  } finally {
    db.close()
  }
}
