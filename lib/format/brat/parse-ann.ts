/** A "T" line: words of the text, in code points. */
export interface TextBound {
  id: string
  type: string
  /** From the first piece to the last. */
  start: number
  end: number
  pieces: number
  /** As the file says, pieces with one space between. */
  words: string
}

export interface BratFile {
  bounds: TextBound[]
  relations: { id: string; type: string; from: string; to: string }[]
  /** By the annotation they are about, then by name or kind. */
  attributes: Map<string, Map<string, string>>
  notes: Map<string, Map<string, string>>
  /** Events, equivalences, normalisations. */
  others: number
  /** Lines that are nothing of these. */
  unreadable: number
}

const BOUND = /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/
const RELATION = /^(R\d+)\t(\S+) \w+:(\S+) \w+:(\S+)\s*$/
const ATTRIBUTE = /^[AM]\d+\t(\S+) (\S+)(?: (.+?))?\s*$/
const NOTE = /^#\d*\t(\S+) (\S+)\t(.*)$/
const OTHER = /^(?:E\d+|N\d+|\*)\t/

/** The annotations of an .ann file (brat.nlplab.org/standoff.html). Lines that are none are counted, never thrown at. */
export function parseAnn(text: string): BratFile {
  const file: BratFile = { bounds: [], relations: [], attributes: new Map(), notes: new Map(), others: 0, unreadable: 0 }
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line.trim() !== '') takeLine(file, line)
  }
  return file
}

function takeLine(file: BratFile, line: string): void {
  const bound = BOUND.exec(line)
  const relation = RELATION.exec(line)
  const attribute = ATTRIBUTE.exec(line)
  const note = NOTE.exec(line)
  if (bound) {
    const [, id = '', type = '', places = '', words = ''] = bound
    const pieces = places.split(';').map((piece) => piece.split(' ').map(Number) as [number, number])
    const start = Math.min(...pieces.map(([from]) => from))
    const end = Math.max(...pieces.map(([, to]) => to))
    if (start < end) file.bounds.push({ id, type, start, end, pieces: pieces.length, words })
    else file.unreadable++
  } else if (relation) {
    const [, id = '', type = '', from = '', to = ''] = relation
    file.relations.push({ id, type, from, to })
  } else if (attribute) {
    const [, name = '', about = '', value = 'true'] = attribute
    put(file.attributes, about, name, value)
  } else if (note) {
    const [, kind = '', about = '', said = ''] = note
    put(file.notes, about, kind, said)
  } else if (OTHER.test(line)) file.others++
  else file.unreadable++
}

function put(all: Map<string, Map<string, string>>, about: string, name: string, value: string): void {
  const own = all.get(about) ?? new Map<string, string>()
  all.set(about, own.set(name, value))
}
