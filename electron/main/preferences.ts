import { preferencesSchema, type Preferences } from '@shared/contract/calls'
import { jsonWriter, readJsonFile } from './json-file'

const defaults: Preferences = { colorScheme: 'auto', isNavigationNarrow: false }

type Changed = { readonly [K in keyof Preferences]?: Preferences[K] | undefined }

/** The planner's choices about the app itself, kept between starts. */
export type PreferenceStore = {
  readonly value: () => Preferences
  readonly set: (change: Changed) => Promise<Preferences>
  readonly setAside: string | null
}

/** Opens the preferences in a file; `onChange` is told of every new value. */
export function openPreferences(path: string, onChange: (value: Preferences) => void): PreferenceStore {
  const read = readJsonFile(path, preferencesSchema, defaults)
  const write = jsonWriter(path)
  let value = read.value
  return {
    value: () => value,
    set: async (change) => {
      value = {
        colorScheme: change.colorScheme ?? value.colorScheme,
        isNavigationNarrow: change.isNavigationNarrow ?? value.isNavigationNarrow,
      }
      onChange(value)
      await write(value)
      return value
    },
    setAside: read.setAside,
  }
}
