import { createSpotlight } from '@mantine/spotlight'

/** The search for rows: its state, and how to open and close it. */
export const [findStore, findBox] = createSpotlight()
