/** What uses a row, and what goes when a row goes. */
export { removalChanges, removalWithUsers, usersLeft } from './removal'
export { usedBy, usersOf, type RowSet, type User } from './usage'
