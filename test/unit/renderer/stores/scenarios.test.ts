import { beforeEach, describe, expect, it } from 'vitest'
import {
  archiveScenario,
  copyScenario,
  createScenario,
  keepAsScenario,
  removeScenario,
} from '../../../../renderer/stores/scenarios'
import { useInterface } from '../../../../renderer/stores/interface'
import { showTarget, useWorkbook } from '../../../../renderer/stores/workbook'
import { add, fakeWindow, said, schools, turns } from './fake-window.ts'

const scenarios = () => useWorkbook.getState().scenarios
const named = (name: string) => scenarios().find((one) => one.name === name)!
beforeEach(() => void fakeWindow())

describe('a scenario', () => {
  it('that is kept while another is shown has what that one changes too, and leaves it as it is', async () => {
    await createScenario('First', 'What if?', add('Grant'))
    const first = named('First')
    showTarget({ scenarioId: first.id })
    await keepAsScenario('Second', 'And then?', add('Lincoln'))
    expect(named('First')).toEqual(first)
    expect(named('Second').question).toBe('And then?')
    expect(schools()).toEqual(['Grant'])
    showTarget({ scenarioId: named('Second').id })
    expect(schools().toSorted()).toEqual(['Grant', 'Lincoln'])
    expect(said().at(-1)).toMatch(/^“Second” is kept/)
  })

  it('that is kept while the current plan is shown has its own changes alone', async () => {
    await createScenario('First', null, add('Grant'))
    await keepAsScenario('Second', null, add('Lincoln'))
    showTarget({ scenarioId: named('Second').id })
    expect(schools()).toEqual(['Lincoln'])
  })

  it('can be copied, question and changes and all', async () => {
    await createScenario('First', 'What if?', add('Grant'))
    await copyScenario(named('First'))
    const { question, changes } = named('First')
    expect(named('First, copy')).toMatchObject({ question, changes })
    expect(named('First, copy').id).not.toBe(named('First').id)
  })

  it('that was removed is brought back by what the message offers, put away where it was', async () => {
    for (const isPutAway of [false, true]) {
      fakeWindow()
      await createScenario('First', 'What if?', add('Grant'))
      const { id, question, changes } = named('First')
      if (isPutAway) await archiveScenario(id, true)
      await removeScenario(id)
      expect(scenarios()).toEqual([])
      const message = useInterface.getState().messages.at(-1)
      expect(message).toMatchObject({ text: '“First” is removed.', hasUndo: false })
      message!.takeBack!()
      await turns()
      await turns()
      expect(scenarios()).toHaveLength(1)
      expect(named('First')).toMatchObject({ question, changes })
      expect(named('First').archivedAt !== null).toBe(isPutAway)
    }
  })
})
