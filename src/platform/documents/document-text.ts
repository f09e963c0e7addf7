import type { Inline, Run } from './official-document.ts'

// XML 1.0 forbids the controls; the bidirectional ones would let a text pretend to be another.
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

/** Text that any of the writers can carry: well-formed, without controls, line breaks as `\n`. */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '')
}

/** The same, in one line. */
export function printableLine(text: string): string {
  return printableText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

export function runsOf(inline: Inline): Run[] {
  const runs = typeof inline === 'string' ? [{ text: inline }] : inline
  return runs
    .map((run) => ({ ...run, text: printableText(run.text) }))
    .flatMap((run) => (run.quoted && run.text.trim() !== '' ? quoted(run) : [run]))
    .filter((run) => run.text !== '')
}

/** The marks stand outside of the quotation's face, where they keep their width; inner ones change to ‘’. */
function quoted(run: Run): Run[] {
  const bold = run.bold ?? false
  const words = run.text.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'))
  return [
    { text: '“', bold },
    { text: words, bold, quoted: true },
    { text: '”', bold },
  ]
}

/** Cuts runs at their line breaks; a line without text is left out. */
export function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  }
  return lines.filter((line) => line.some((run) => run.text.trim() !== ''))
}

const wide =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

/** Width in full characters (字): Han and full-width marks one, the rest half, a quarter between Han and Latin. */
export function widthInCharacters(text: string): number {
  const seams = text.match(/\p{Script=Han}(?=[0-9A-Za-z])|[0-9A-Za-z](?=\p{Script=Han})/gu)?.length ?? 0
  let width = seams / 4
  for (const character of text) width += wide.test(character) ? 1 : 0.5
  return width
}
