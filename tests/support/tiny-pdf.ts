/** A line of text at a place of a page, in points from the lower left corner. */
export interface PdfLine {
  x: number
  y: number
  text: string
  /** Font size in points; 10 unless told. */
  size?: number
}

export interface TinyPdf {
  /** Lines of each page (A4). */
  pages: readonly (readonly PdfLine[])[]
  title?: string
  author?: string
  /** What the bytes of the text stand for, when they are not Latin letters: code (0 to 255) to character. */
  letters?: ReadonlyMap<number, string>
  /** Ask for a password that nobody knows. */
  isEncrypted?: boolean
}

/**
 * A PDF in Courier, in which every letter is 0.6 of the font size wide, for tests of text extraction. Text in `letters`
 * is written with a made-up code per character and a table that says which character it is, as embedded fonts do.
 */
export function tinyPdf({ pages, title, author, letters = new Map(), isEncrypted = false }: TinyPdf): Uint8Array {
  const codes = new Map(Array.from(letters, ([code, letter]) => [letter, code]))
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add(`<< /Type /Font /Subtype /Type1 /BaseFont /Courier${letters.size > 0 ? ' /ToUnicode 4 0 R' : ' /Encoding /WinAnsiEncoding'} >>`)
  add(stream(toUnicode(letters)))
  for (const lines of pages) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    )
    add(stream(lines.map((line) => drawn(line, codes)).join('\n')))
  }
  const info = [title && `/Title (${title})`, author && `/Author (${author})`].filter(Boolean).join(' ')
  add(`<< ${info} >>`)
  if (isEncrypted) add(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`)
  return assemble(objects, isEncrypted)
}

function drawn({ x, y, text, size = 10 }: PdfLine, codes: ReadonlyMap<string, number>): string {
  const hex = Array.from(text, (letter) => (codes.get(letter) ?? winAnsi(letter)).toString(16).padStart(2, '0')).join('')
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`
}

function winAnsi(letter: string): number {
  const special = new Map([
    ['’', 0x92],
    ['“', 0x93],
    ['”', 0x94],
    ['–', 0x96],
    ['•', 0x95],
  ])
  return special.get(letter) ?? letter.charCodeAt(0)
}

function toUnicode(letters: ReadonlyMap<number, string>): string {
  const rows = Array.from(
    letters,
    ([code, letter]) => `<${code.toString(16).padStart(2, '0')}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`,
  )
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${rows.length} beginbfchar ${rows.join('\n')} endbfchar
endcmap end end`
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function assemble(objects: readonly string[], isEncrypted: boolean): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  const info = isEncrypted ? objects.length - 1 : objects.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  const encrypt = isEncrypted ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : ''
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R${encrypt} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}
