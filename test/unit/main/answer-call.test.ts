import { calls, type CallName } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answerCall, type Handlers } from '../../../electron/main/answer-call'
import { idAt } from '../../fixtures/ids'

const names = Object.keys(calls) as CallName[]
let taken: { name: string; args: unknown }[] = []
let answerAll: (name: CallName) => Promise<Answer<unknown>>

/** Handlers that note what reaches them. */
const handlers = Object.fromEntries(
  names.map((name) => [
    name,
    (args: unknown) => {
      taken.push({ name, args })
      return answerAll(name)
    },
  ]),
) as unknown as Handlers

beforeEach(() => {
  taken = []
  answerAll = async () => ({ ok: true, value: null })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

/** How a message was answered, in a word, and whether a handler saw it before it was refused. */
async function answered(name: unknown, args: unknown): Promise<string> {
  const answer = await answerCall(handlers, name, args)
  const word = answer.ok ? 'ok' : answer.error.code
  return word === 'call-refused' && taken.length > 0 ? 'refused too late' : word
}

const commitOf = (changes: unknown) => ({
  sessionId: idAt(1),
  target: 'plan',
  code: 'edit',
  label: 'Edit',
  changes,
})
const insert = (row: object) => ({ kind: 'insert', table: 'unit', id: idAt(2), row: { id: idAt(2), rank: 1, ...row } })

describe('a good call', () => {
  it('reaches its handler with what it was given, and its answer comes back', async () => {
    const answer = await answerCall(handlers, 'app.openLink', { url: 'https://doi.org/10.1' })
    expect(answer).toEqual({ ok: true, value: null })
    expect(taken).toEqual([{ name: 'app.openLink', args: { url: 'https://doi.org/10.1' } }])
  })

  it('gets the failure that its handler names, as it is', async () => {
    answerAll = async () => ({ ok: false, error: { code: 'disk-full', message: 'The disk is full.', details: [1] } })
    const answer = await answerCall(handlers, 'app.recents', {})
    expect(answer).toEqual({ ok: false, error: { code: 'disk-full', message: 'The disk is full.', details: [1] } })
  })

  it('may carry the import of a large district', async () => {
    answerAll = async () => ({ ok: false, error: { code: 'not-open', message: 'It reached the handler.' } })
    const changes = Array.from({ length: 60_000 }, () => insert({ name: 'Lincoln', enrolment: 400 }))
    expect(await answered('workbook.commit', commitOf(changes))).toBe('not-open')
  })
})

describe('a call that is refused', () => {
  const odd = [
    '',
    'app',
    'app.infos',
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    7,
    null,
    undefined,
    {},
    [],
  ]

  it.each(odd)('has a name that is none: %j', async (name) => {
    expect(await answered(name, {})).toBe('call-refused')
  })

  it.each(names)('%s with what is not its own', async (name) => {
    const wrong = [undefined, null, 7, 'text', [], [{}], { path: 7 }, { sessionId: 'mine' }, { changes: 'all' }].filter(
      (args) => !calls[name].args.safeParse(args).success,
    )
    const answers = await Promise.all(wrong.map((args) => answered(name, args)))
    expect(new Set(answers)).toEqual(new Set(['call-refused']))
  })

  it.each(['app.recents', 'workbook.history', 'task.cancel'])('%s with more data than it can need', async (name) => {
    const much = {
      sessionId: idAt(1),
      taskId: 'a',
      limit: 1,
      beforeSequence: null,
      more: Array.from({ length: 10_001 }, () => 0),
    }
    expect(await answered(name, much)).toBe('call-refused')
    expect(await answered('app.openLink', { url: `https://doi.org/${'x'.repeat(300_000)}` })).toBe('call-refused')
  })

  it('is deeper than any data of ours', async () => {
    let deep: unknown = 'bottom'
    for (let level = 0; level < 100_000; level++) deep = { deep }
    expect(await answered('workbook.commit', commitOf([insert({ name: deep })]))).toBe('call-refused')
  })

  it('holds itself', async () => {
    const row: Record<string, unknown> = {}
    row['self'] = row
    expect(await answered('workbook.commit', commitOf([insert({ name: row })]))).toBe('call-refused')
  })

  it('would change what all objects have', async () => {
    const row: unknown = JSON.parse('{"__proto__":{"isAdmin":true}}')
    expect(await answered('workbook.commit', commitOf([insert({ name: row })]))).toBe('call-refused')
    const twice: unknown = JSON.parse('{"path":"a","__proto__":{"path":"b"}}')
    expect(await answered('app.forgetRecent', twice)).toBe('call-refused')
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })

  it.each([new Map(), new Date(), new Uint8Array(9), /x/, new Error('x'), NaN, Infinity])(
    'is given %s where a row belongs',
    async (row) => {
      const change = { kind: 'insert', table: 'unit', id: idAt(2), row }
      expect(await answered('workbook.commit', commitOf([change]))).toBe('call-refused')
    },
  )

  it('names a table that the plan does not have', async () => {
    const change = { ...insert({}), table: 'sqlite_master' }
    expect(await answered('workbook.commit', commitOf([change]))).toBe('call-refused')
  })
})

describe('a fault of our own', () => {
  it('is answered as internal when the handler throws', async () => {
    answerAll = () => Promise.reject(new Error('boom'))
    expect(await answered('app.recents', {})).toBe('internal')
    answerAll = () => {
      throw new Error('boom at once')
    }
    expect(await answered('app.recents', {})).toBe('internal')
  })

  it('is answered as internal when the answer is not what the call answers', async () => {
    answerAll = async () => ({ ok: true, value: 'not a list' })
    expect(await answered('app.recents', {})).toBe('internal')
  })
})

describe('any message', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, 'plan', idAt(1), 'insert', 'unit', '__proto__', 'constructor'),
    fc.date(),
    fc.bigInt(),
    fc.uint8Array({ maxLength: 8 }),
  )
  const someKeys = ['path', 'sessionId', 'target', 'changes', 'scenarioId', 'url', 'row', 'id', 'kind', 'table']
  const moreKeys = [
    'rank',
    'fields',
    'before',
    'after',
    'label',
    'code',
    '__proto__',
    'constructor',
    'toString',
    'name',
  ]
  const keys = fc.constantFrom(...someKeys, ...moreKeys)
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      scalar,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(keys, tie('node'), { maxKeys: 8, noNullPrototype: false }),
    ),
  })).node
  const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>(...names) }, { weight: 1, arbitrary: tree })

  /** Whether a message is answered as it must be: refused, or given to its handler where its definition takes it. */
  async function isAnswered(call: unknown, args: unknown): Promise<boolean> {
    taken = []
    const answer = await answerCall(handlers, call, args)
    if (taken.length > 0) return calls[call as CallName].args.safeParse(args).success
    return !answer.ok && answer.error.code === 'call-refused'
  }

  it('gets an answer, never an exception, and reaches a handler only if the definition of the call takes it', async () => {
    const property = fc.asyncProperty(name, tree, async (call, args) => {
      expect(await isAnswered(call, args)).toBe(true)
    })
    await fc.assert(property, { numRuns: 4000 })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('gets an answer too when one place of a good message was tampered with', async () => {
    const good = fc.constantFrom<[CallName, object]>(
      ['workbook.commit', commitOf([insert({ name: 'Lincoln' })])],
      ['workbook.history', { sessionId: idAt(1), limit: 10, beforeSequence: null }],
      ['workbook.undo', { sessionId: idAt(1), target: { scenarioId: idAt(2) } }],
      ['workbook.rowHistory', { sessionId: idAt(1), target: 'plan', table: 'unit', rowId: idAt(3), limit: 10 }],
      ['scenario.create', { sessionId: idAt(1), name: 'One coach fewer', question: null, changes: [insert({})] }],
      ['app.setPreferences', { colorScheme: 'dark' }],
      ['mapping.save', { sessionId: idAt(1), mapping: { name: 'State file', table: 'unit', json: '{}' } }],
    )
    const steps = fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 5 })
    const tampered = fc.tuple(good, steps, tree).map(([[call, args], path, value]) => {
      const copy = structuredClone(args)
      put(copy, path, value)
      return [call, copy] as const
    })
    const property = fc.asyncProperty(tampered, async ([call, args]) => {
      expect(await isAnswered(call, args)).toBe(true)
    })
    await fc.assert(property, { numRuns: 2000 })
  })
})

/** Puts a value at the place that the steps lead to, each step one of the keys there. */
function put(at: object, [step = 0, ...rest]: readonly number[], value: unknown): void {
  const keys = Object.keys(at)
  const key = keys[step % keys.length]
  if (key === undefined) return
  const below: unknown = Reflect.get(at, key)
  if (rest.length > 0 && typeof below === 'object' && below !== null) put(below, rest, value)
  else Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true })
}
