import type Database from 'better-sqlite3'
import type { Answer } from '@shared/contract/error'
import type { Environment } from './environment'
import { attempt, named, WorkbookFailure } from './failure'
import { readState, storesOf, type State, type Stores } from './state'

/** What an opened file brings along. */
export type Opened = {
  readonly db: Database.Database
  readonly path: string
  readonly isReadOnly: boolean
  /** What was noticed while opening, in plain sentences. */
  readonly notices: readonly string[]
  /** Lets go of the lock. */
  readonly release: () => void
}

/** The value of an act, and the state that the file holds once its transaction has been committed. */
export type Written<T> = { readonly value: T; readonly state: State }

/** An open file and the state it holds: whatever reads or writes goes through here. */
export type Desk = {
  readonly path: string
  readonly environment: Environment
  readonly stores: Stores
  readonly state: () => State
  /** Throws once the file is closed. */
  readonly refuseClosed: () => void
  readonly reading: <T>(act: () => T) => Answer<T>
  /** Runs `act` in one transaction; the state is replaced only after it is on the disk. */
  readonly writing: <T>(act: (state: State) => Written<T>) => Answer<T>
}

const closed = (path: string): WorkbookFailure =>
  new WorkbookFailure(
    'not-open',
    `${named(path)} is closed. Everything that was saved is in the file; open it again to go on.`,
  )

const readOnly = (path: string): WorkbookFailure =>
  new WorkbookFailure(
    'read-only',
    `${named(path)} is open for reading only, so nothing was changed. Save a copy to work on it.`,
  )

const changedElsewhere = (path: string): WorkbookFailure =>
  new WorkbookFailure(
    'file-locked',
    `${named(path)} was changed by another program while it was open here. Your last change was not saved; what is in the file is safe. Close the workbook and open it again to see how it stands.`,
  )

/** The desk of an opened file; `onWritten` is told what it holds after each act. Throws where what it holds cannot be read. */
export function deskOf(
  { db, path, isReadOnly }: Opened,
  environment: Environment,
  onWritten: (state: State) => void = () => undefined,
): Desk {
  const stores = storesOf(db)
  let state = readState(stores)
  const refuseClosed = (): void => {
    if (!db.open) throw closed(path)
  }
  return {
    path,
    environment,
    stores,
    state: () => state,
    refuseClosed,
    reading: (act) =>
      attempt(path, 'read', () => {
        refuseClosed()
        return act()
      }),
    writing: (act) =>
      attempt(path, 'save', () => {
        refuseClosed()
        if (isReadOnly) throw readOnly(path)
        const transaction = db.transaction(() => {
          if (stores.log.last() !== state.sequence) throw changedElsewhere(path)
          return act(state)
        })
        const done = transaction.immediate()
        state = done.state
        onWritten(state)
        return done.value
      }),
  }
}
