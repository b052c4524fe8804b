import { parseSync, Visitor, type ESTree } from 'vite'

/** One way in which a file names another module. */
export type FoundImport = {
  line: number
  /** What stands between the quotes, without a query such as "?worker"; null where it is computed. */
  specifier: string | null
  /** A worker's file is only named, to be run elsewhere; everything else is taken in, if only for its types. */
  kind: 'import' | 'worker'
}

const workerQuery = /\?(.*&)?(worker|sharedworker|nodeWorker|modulePath|url)\b/

function textOf(node: ESTree.Node | undefined | null): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null
  return null
}

const isImportMeta = (node: ESTree.Node, property: string): boolean =>
  node.type === 'MemberExpression' &&
  node.object.type === 'MetaProperty' &&
  node.property.type === 'Identifier' &&
  node.property.name === property

/** `new URL('./file.ts', import.meta.url)`: the file, named relative to this one. */
function urlBesideThis(node: ESTree.NewExpression): { text: string | null } | null {
  const [file, base] = node.arguments
  const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL'
  return isUrl && base && isImportMeta(base, 'url') ? { text: textOf(file) } : null
}

/** Every module that a TypeScript file names: static, dynamic and type imports, re-exports, require, worker files. */
export function importsOf(file: string, code: string): FoundImport[] {
  const { program, errors } = parseSync(file, code)
  const [first] = errors
  if (first) throw new Error(`${file} cannot be parsed: ${first.message}`)
  const found: FoundImport[] = []
  const add = (node: { start: number }, text: string | null, kind: FoundImport['kind'] = 'import'): void => {
    const line = code.slice(0, node.start).split('\n').length
    const isWorker = kind === 'worker' || (text !== null && workerQuery.test(text))
    found.push({ line, specifier: text?.replace(/\?.*$/, '') ?? null, kind: isWorker ? 'worker' : 'import' })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node, node.source.value),
    ExportAllDeclaration: (node) => add(node, node.source.value),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node, node.source.value)
    },
    ImportExpression: (node) => add(node, textOf(node.source)),
    TSImportType: (node) => add(node, textOf(node.source)),
    TSExternalModuleReference: (node) => add(node, textOf(node.expression)),
    CallExpression: (node) => {
      const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require'
      if (isRequire) add(node, textOf(node.arguments[0]))
      // a pattern of files can reach anywhere, so it counts as a path that cannot be read
      if (isImportMeta(node.callee, 'glob')) add(node, null)
    },
    NewExpression: (node) => {
      const url = urlBesideThis(node)
      if (url) add(node, url.text, 'worker')
    },
  }).visit(program)
  return found
}

/** The package that a bare specifier belongs to: "@scope/name/deep" is of "@scope/name"; "node:fs" stays as it is. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
