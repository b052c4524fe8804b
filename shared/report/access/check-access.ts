import type { AccessDocument, AccessFinding, AccessPart, AccessPlace, AccessRule } from './access-document'
import { contrast, leastContrast } from './contrast'
import { colorWordsIn, isInCapitals, nakedAddress, saysNothing } from './words'

/** More lines or areas in one chart than there are dashes and patterns to tell them apart by. */
const mostSeries = 6
/** More columns than can be followed in one line of an upright page, or at 200 percent. */
const mostColumns = 10

type Spot = Pick<AccessFinding, 'where' | 'place'>
type Words = Pick<AccessFinding, 'what' | 'toDo'>

const barrier = (rule: AccessRule, { where, place }: Spot, words: Words): AccessFinding[] => [
  { rule, weight: 'barrier', where, place, quote: null, ...words },
]
const advice = (rule: AccessRule, { where, place }: Spot, words: Words): AccessFinding[] => [
  { rule, weight: 'advice', where, place, quote: null, ...words },
]

const isBlank = (text: string): boolean => text.trim() === ''

type Of<K extends AccessPart['kind']> = Extract<AccessPart, { kind: K }>

const ofFigure = (part: Of<'figure'>): AccessFinding[] => [
  ...(isBlank(part.title)
    ? barrier('figure-title', part, {
        what: 'A chart has no title, so nobody is told what it is about.',
        toDo: 'Give it a title that says the finding.',
      })
    : []),
  ...(isBlank(part.alt)
    ? barrier('figure-alt', part, {
        what: 'A chart has no words for readers who do not see it.',
        toDo: 'Say in a sentence what the chart shows.',
      })
    : []),
  ...(part.hasTable
    ? []
    : barrier('figure-table', part, {
        what: 'The figures of a chart stand nowhere as a table.',
        toDo: 'Put the table of its figures beside it.',
      })),
  ...(part.series.length > mostSeries
    ? advice('figure-series', part, {
        what: `A chart has ${part.series.length} lines or areas; more than ${mostSeries} cannot be told apart without color.`,
        toDo: 'Show fewer scenarios beside it, or point readers to the table of the chart.',
      })
    : []),
]

const ofTable = (part: Of<'table'>): AccessFinding[] => {
  const { title, headers } = part
  const named = isBlank(title) ? 'A table' : `The table “${title}”`
  const untitled = isBlank(title)
    ? barrier('table-title', part, {
        what: 'A table has no title, so nobody is told what is in it.',
        toDo: 'Give it a title.',
      })
    : []
  if (headers === null || headers.length === 0)
    return [
      ...untitled,
      ...barrier('table-headers', part, {
        what: `${named} has no header cells, so its figures are read without what they are.`,
        toDo: 'Give every column a name.',
      }),
    ]
  const filled = headers.map((header) => header.trim()).filter((header) => header !== '')
  const twice = filled.find((header, at) => filled.indexOf(header) !== at)
  return [
    ...untitled,
    ...(filled.length < headers.length
      ? barrier('table-header-empty', part, {
          what: `${named} has a column without a name.`,
          toDo: 'Give the column a name.',
        })
      : []),
    ...(twice === undefined
      ? []
      : advice('table-header-twice', part, {
          what: `${named} has two columns called “${twice}”, which sound the same.`,
          toDo: 'Give one of them another name. Where they are scenarios, rename one.',
        })),
    ...(headers.length > mostColumns
      ? advice('table-wide', part, {
          what: `${named} has ${headers.length} columns, too many to follow when it is enlarged.`,
          toDo: 'Show fewer scenarios or fewer years, or give these readers the Excel form, where columns can be left out.',
        })
      : []),
  ]
}

const ofText = (part: AccessPart & { readonly text: string }): AccessFinding[] => {
  const { text } = part
  const quoted = (findings: AccessFinding[]): AccessFinding[] => findings.map((found) => ({ ...found, quote: text }))
  const colors = colorWordsIn(text)
  const address = nakedAddress(text)
  return quoted([
    ...(colors === null
      ? []
      : barrier('color-only', part, {
          what: `“${colors}” tells something by its color only.`,
          toDo: 'Say it in words as well: its name, its place or its status.',
        })),
    ...(isInCapitals(text)
      ? advice('capitals', part, {
          what: 'A text stands all in capitals, which are hard to read and may be spelled letter by letter.',
          toDo: 'Write it in small letters.',
        })
      : []),
    ...(address === null
      ? []
      : advice('link-text', part, {
          what: `The address “${address}” is read out sign by sign.`,
          toDo: 'Say in words what is found there, and keep the address in the notes.',
        })),
  ])
}

const ofPart = (part: AccessPart): AccessFinding[] => {
  switch (part.kind) {
    case 'heading':
      return isBlank(part.text)
        ? barrier('heading-empty', part, {
            what: 'A heading has no words.',
            toDo: 'Give it words, or take it out.',
          })
        : ofText(part)
    case 'text':
      return ofText(part)
    case 'figure':
      return ofFigure(part)
    case 'table':
      return ofTable(part)
    case 'status':
      return isBlank(part.word)
        ? barrier('status-word', part, {
            what: `The status of “${part.figure}” is told by color only.`,
            toDo: 'Write its word beside it: On track, Watch, Off track.',
          })
        : []
    case 'link':
      return saysNothing(part.text)
        ? barrier('link-text', part, {
            what: isBlank(part.text) ? 'A link has no words.' : `The link “${part.text}” does not say where it leads.`,
            toDo: 'Call it by what is found there.',
          })
        : []
    case 'colors':
      return ofColors(part)
    case 'sheet':
    default:
      return ofSheet(part)
  }
}

const ofColors = (part: Of<'colors'>): AccessFinding[] => {
  const ratio = contrast(part.text, part.background)
  const least = leastContrast(part.isLarge)
  if (ratio >= least) return []
  return barrier('contrast', part, {
    what: `Text in ${part.text} on ${part.background} has a contrast of ${ratio.toFixed(1)} to 1; ${least} to 1 is the least.`,
    toDo: 'Take a darker color for the text or a lighter one behind it.',
  })
}

const ofSheet = (part: Of<'sheet'>): AccessFinding[] => [
  ...(/^(?:sheet|table|tabelle)\s*\d*$/i.test(part.name.trim()) || isBlank(part.name)
    ? barrier('sheet-name', part, {
        what: `The sheet “${part.name}” is not named by what is on it.`,
        toDo: 'Give the sheet a name.',
      })
    : []),
  ...(isBlank(part.firstCell)
    ? advice('sheet-start', part, {
        what: `The sheet “${part.name}” begins with an empty cell, where readers are put first.`,
        toDo: 'Say in its first cell what is on the sheet.',
      })
    : []),
]

/** Headings that are more than one level below the one before them. */
const ofLevels = (parts: readonly AccessPart[]): AccessFinding[] => {
  let before = 0
  return parts.flatMap((part) => {
    if (part.kind !== 'heading') return []
    const isSkipped = part.level > before + 1
    const above = before
    before = part.level
    if (!isSkipped) return []
    return barrier('heading-skipped', part, {
      what: `The heading “${part.text}” is of level ${part.level} and follows one of level ${above}.`,
      toDo: `Make it a heading of level ${above + 1}.`,
    })
  })
}

const file = (place: AccessPlace | null): Spot => ({ where: 'Whole report', place })

const ofDocument = ({ title, language, contact }: AccessDocument): AccessFinding[] => [
  ...(isBlank(title)
    ? barrier('title', file({ kind: 'district' }), {
        what: 'The report has no title, because the plan does not name its district.',
        toDo: 'Enter the name of the district under Settings and history.',
      })
    : []),
  ...(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language)
    ? []
    : barrier('language', file(null), {
        what: 'The file does not say in which language it is, so it is read out in a wrong one.',
        toDo: 'Write the file again from here.',
      })),
  ...(contact !== undefined && (contact === null || isBlank(contact))
    ? advice('contact', file({ kind: 'field', field: 'contact' }), {
        what: 'Nobody is named whom readers may ask for the report in another form.',
        toDo: 'Enter a contact: an office, or an address.',
      })
    : []),
]

/**
 * What in a document would not reach a reader with a screen reader or low vision, the worst first, each thing once.
 * The rules follow WCAG 2.2 AA and Section 508 (504.2.2, authoring tools) as far as a document can be judged by them.
 */
export const checkAccess = (document: AccessDocument): AccessFinding[] => {
  const all = [...ofDocument(document), ...ofLevels(document.parts), ...document.parts.flatMap(ofPart)]
  const once = new Map(all.map((found) => [`${found.rule} ${found.where} ${found.what}`, found]))
  const found = [...once.values()]
  return [...found.filter(({ weight }) => weight === 'barrier'), ...found.filter(({ weight }) => weight === 'advice')]
}
