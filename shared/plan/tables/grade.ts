/** How well a figure is supported; C is shown as "planner's assumption". */
export const gradeOptions = {
  A: 'Seen in a source',
  B: 'General knowledge',
  C: "Planner's assumption",
} as const
