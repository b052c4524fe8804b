import { createSpotlight } from '@mantine/spotlight'

/** The search for commands: its state, and how to open and close it. */
export const [commandStore, commandBox] = createSpotlight()
