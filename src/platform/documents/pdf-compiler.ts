import { readFileSync } from 'node:fs'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { ComposedBlock, ComposedDocument } from './compose-document.ts'
import { type FontRole, fontFamilies, fontFiles, readCoverage, readFont } from './font-files.ts'

export type PdfCompiler = { compile(document: ComposedDocument): Uint8Array }

const template = readFileSync(new URL('official-document.typ', import.meta.url), 'utf8')

/**
 * Sets composed documents with Typst. Fonts are opened when the first document needs them and stay in memory:
 * run it in a process that ends (see `write-pdf.ts`). Throws on any warning of Typst's, above all on an
 * unknown font, which would otherwise print boxes.
 */
export function createPdfCompiler(): PdfCompiler {
  const coverages = new Map<FontRole, (codePoint: number) => boolean>()
  const unwrapped = new Map<FontRole, Buffer>()
  let typst: NodeCompiler | undefined

  function open(role: FontRole) {
    if (coverages.has(role)) return
    const font = readFont(fontFiles[role])
    coverages.set(role, readCoverage(font))
    // Typst reads plain font files itself, when it first sets a glyph of them; only WOFF is handed over.
    if (fontFiles[role].endsWith('.woff')) unwrapped.set(role, font)
    typst = undefined
  }

  function create(): NodeCompiler {
    const paths = [...coverages.keys()].filter((role) => !unwrapped.has(role)).map((role) => fontFiles[role])
    const blobs = unwrapped.size > 0 ? [{ fontBlobs: [...unwrapped.values()] }] : []
    return NodeCompiler.create({ fontArgs: [...blobs, { fontPaths: paths }] })
  }

  return {
    compile(document) {
      for (const role of rolesOf(document)) open(role)
      const printable = markMissing(document, (codePoint) => {
        for (const role of ['song', 'kai', 'hei'] as const) {
          open(role)
          if (coverages.get(role)?.(codePoint)) return true
        }
        return false
      })
      typst ??= create()
      const inputs = {
        document: JSON.stringify(printable),
        faces: JSON.stringify(faceChains(new Set(coverages.keys()))),
      }
      return compileWithSignatureKept(typst, inputs, lastBlockOf(document))
    },
  }
}

function rolesOf(document: ComposedDocument): Set<FontRole> {
  const roles = new Set<FontRole>(['song', 'songBold'])
  if (document.draftMark !== null) roles.add('hei')
  for (const block of document.body) {
    if (block.kind === 'table' || block.level === 1) roles.add('hei')
    if (document.language === 'zh' && block.kind === 'text' && block.level === 2) roles.add('kai')
    const runs =
      block.kind === 'text' ? block.runs : [block.caption, ...block.header, ...block.rows.flat()].flat()
    if (document.language === 'zh' && runs.some((run) => run.quoted)) roles.add('kai')
  }
  return roles
}

/** For each face, itself and then whatever else is open, so that a character rare in one is found in another. */
function faceChains(opened: ReadonlySet<FontRole>) {
  const chain = (...roles: FontRole[]) =>
    roles.filter((role) => opened.has(role)).map((role) => fontFamilies[role])
  return {
    song: chain('song', 'kai', 'hei'),
    kai: chain('kai', 'song', 'hei'),
    hei: chain('hei', 'song', 'kai'),
  }
}

/** Writes a character that no font has as its code, 〔U+1F600〕: seen and searchable, never a silent gap. */
function markMissing(document: ComposedDocument, covered: (codePoint: number) => boolean): ComposedDocument {
  const known = new Map<string, string>([['\n', '\n']])
  const shown = (character: string) => {
    let text = known.get(character)
    if (text === undefined) {
      const codePoint = character.codePointAt(0) ?? 0
      if (/\p{Default_Ignorable_Code_Point}/u.test(character)) text = ''
      else
        text = covered(codePoint)
          ? character
          : `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`
      known.set(character, text)
    }
    return text
  }
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    typeof value === 'string' ? Array.from(value, shown).join('') : value,
  ) as ComposedDocument
}

type Inputs = { document: string; faces: string }

/** Compiles again while the signature stands on a page alone: first with lines held back, then a block turned over. */
function compileWithSignatureKept(typst: NodeCompiler, inputs: Inputs, lastBlock: number): Uint8Array {
  try {
    const first = compile(typst, inputs, {})
    if (!signatureIsAlone(typst, first)) return typst.pdf(first)
    for (const remedy of [{ held: 2 }, { held: 4 }, { held: 6 }, { turned: lastBlock }]) {
      const next = compile(typst, inputs, remedy)
      if (!signatureIsAlone(typst, next)) return typst.pdf(next)
    }
    return typst.pdf(first)
  } finally {
    typst.evictCache(0)
  }
}

/** The last block with the headings that must not be parted from it. */
function lastBlockOf({ body }: ComposedDocument): number {
  const isHeading = (block: ComposedBlock | undefined) => block?.kind === 'text' && block.level > 0
  let index = body.length - 1
  while (index > 0 && isHeading(body[index - 1])) index--
  return index
}

function compile(
  typst: NodeCompiler,
  inputs: Inputs,
  { held = 0, turned = -1 }: { held?: number; turned?: number },
) {
  const outcome = typst.compile({
    mainFileContent: template,
    inputs: { ...inputs, held: String(held), turned: String(turned) },
  })
  const complaint = outcome.takeError() ?? outcome.takeWarnings()
  if (complaint || !outcome.result) {
    const messages = (complaint?.shortDiagnostics ?? []) as { message?: string }[]
    throw new Error(`the document could not be set: ${messages.map((m) => m.message).join('; ')}`)
  }
  return outcome.result
}

function signatureIsAlone(typst: NodeCompiler, document: NodeTypstDocument): boolean {
  const page = (selector: string) => (typst.query(document, { selector, field: 'value' }) as number[])[0]
  const textEnd = page('<text-end>')
  return textEnd !== undefined && textEnd !== page('<signature>')
}
