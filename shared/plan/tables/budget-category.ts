/** What a dollar is spent on; after the object classes of NCES accounting, in a planner's words. */
export const budgetCategoryOptions = {
  salaries: 'Salaries and benefits',
  substitutes: 'Substitutes and stipends',
  services: 'Services and training fees',
  travel: 'Travel',
  materials: 'Materials and supplies',
  technology: 'Technology',
  other: 'Other',
} as const

export type BudgetCategory = keyof typeof budgetCategoryOptions
