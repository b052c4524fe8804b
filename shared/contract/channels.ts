/** The names under which window and main speak: calls and their answers, news for the window, marks for the bench. */
export const channels = { call: 'call', news: 'news', mark: 'mark' } as const
