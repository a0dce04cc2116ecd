import { codesIn, descriptionOf, plainGuid, type QdcCode, type QdcSet, setsIn } from '#/lib/format/codebook/qdc-xml.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { childNamed, childrenNamed, parseXmlTree, type XmlElement, type XmlProblem } from '#/lib/format/import/xml-tree.ts'
import { t } from '#/lib/message/t.ts'

/** A selection of text with the codes it has. Positions are as the file has them. */
export interface QdeSelection {
  guid: string
  name: string
  start: number
  end: number
  description: string
  /** Guid of who made it, and when (ISO 8601); empty when the file does not say. */
  user: string
  createdAt: string
  /** Guids of codes, each once. */
  codes: string[]
  /** Guids of notes. */
  notes: string[]
}

/** A source that has, or may have, text. */
export interface QdeSource {
  guid: string
  name: string
  kind: 'text' | 'pdf'
  description: string
  /** Where its plain text is; empty when it is `content`. */
  path: string
  content: string
  selections: QdeSelection[]
  /** Guids of codes put on the whole of it. */
  codes: string[]
  /** Guids of notes about it. */
  notes: string[]
  /** Codes put on areas of its pages. */
  areaCodings: number
  /** Values by the guid of their variable. */
  values: Map<string, string>
}

/** Somebody or something a project is about: an attribute sheet, in some programs with codings of its own. */
export interface QdeCase {
  guid: string
  name: string
  description: string
  /** Guids of codes it stands for. */
  codes: string[]
  sources: string[]
  selections: string[]
  values: Map<string, string>
}

export interface QdeLink {
  name: string
  origin: string
  target: string
}

/** `project.qde` of a REFI-QDA project, as it stands there. Guids are in lower case, without braces. */
export interface QdeFile {
  ok: true
  name: string
  origin: string
  users: Map<string, string>
  codes: QdcCode[]
  sets: QdcSet[]
  cases: QdeCase[]
  /** Names of codes. */
  codeNames: Map<string, string>
  /** Names of variables. */
  variables: Map<string, string>
  sources: QdeSource[]
  /** Texts of notes, without what is said in our discussions. */
  notes: Map<string, string>
  /** Messages of our discussions. */
  comments: number
  /** Notes about the project itself. */
  projectNotes: string[]
  /** Notes of codes: guids of notes by the guid of the code. */
  notesOfCodes: Map<string, string[]>
  links: QdeLink[]
  /** Sources that have no text, by what they are: pictures, sound, video. */
  otherSources: { kind: 'picture' | 'sound' | 'video'; name: string }[]
}

/** What our notes are called: a memo of a statement, or what was said in its discussion. */
export const NOTE_NAMES = { memo: 'Memo', comment: 'Comment' } as const

const MOST_ELEMENTS = 2_000_000
const NAMESPACE = /^urn:QDA-XML:project/i

const REFUSALS: Readonly<Record<XmlProblem, () => RefusedSource>> = {
  corrupt: () => refuse('corrupt', t('What is in this project cannot be read. Export it again and add the new copy.')),
  doctype: () =>
    refuse('corrupt', t('This project has a document type, which no REFI-QDA project has. Export it again and add the new copy.')),
  'too-deep': () => refuse('too-complex', t('The codes of this project are nested too deep to read.')),
  'too-large': () => refuse('too-large', t('This project has more codings than can be read at once. Export it in parts and add those.')),
}

/** Reads the XML of a REFI-QDA project of any version and writer. */
export function parseQde(bytes: Uint8Array): QdeFile | RefusedSource {
  const read = parseXmlTree(bytes, MOST_ELEMENTS)
  if (!read.ok) return REFUSALS[read.problem]()
  const { root } = read
  if (root.name !== 'Project' || !(root.uri === '' || NAMESPACE.test(root.uri)))
    return refuse('unsupported', t('This is no REFI-QDA project. Export the project as QDPX and add that.'))
  const isOurs = /^Interline\b/.test(root.attributes.origin ?? '')
  const isComment = ({ attributes }: XmlElement) => isOurs && attributes.name === NOTE_NAMES.comment
  const notes = childrenNamed(childNamed(root, 'Notes'), 'Note')
  const noted = (parent: XmlElement) => refsOf(parent, 'NoteRef')
  const codeElements = descendantCodes(childNamed(root, 'CodeBook'))
  const sources = childNamed(root, 'Sources')?.children ?? []
  return {
    ok: true,
    name: root.attributes.name ?? '',
    origin: root.attributes.origin ?? '',
    users: namesOf(childNamed(root, 'Users'), 'User'),
    codes: codesIn(childNamed(root, 'CodeBook')),
    sets: setsIn(root),
    cases: childrenNamed(childNamed(root, 'Cases'), 'Case').map(caseOf),
    variables: namesOf(childNamed(root, 'Variables'), 'Variable'),
    sources: sources.flatMap((source) => sourceOf(source) ?? []),
    notes: new Map(notes.filter((note) => !isComment(note)).map((note) => [plainGuid(note.attributes.guid), contentOf(note)])),
    comments: notes.filter(isComment).length,
    projectNotes: noted(root),
    codeNames: new Map(codeElements.map(({ attributes }) => [plainGuid(attributes.guid), attributes.name ?? ''])),
    notesOfCodes: new Map(codeElements.map((code) => [plainGuid(code.attributes.guid), noted(code)])),
    links: childrenNamed(childNamed(root, 'Links'), 'Link').map(linkOf),
    otherSources: sources.flatMap((source) => {
      const kind = OTHER_SOURCES[source.name]
      return kind ? [{ kind, name: source.attributes.name ?? '' }] : []
    }),
  }
}

const OTHER_SOURCES: Readonly<Record<string, QdeFile['otherSources'][number]['kind']>> = {
  PictureSource: 'picture',
  AudioSource: 'sound',
  VideoSource: 'video',
}

function namesOf(list: XmlElement | undefined, name: string): Map<string, string> {
  return new Map(childrenNamed(list, name).map(({ attributes }) => [plainGuid(attributes.guid), attributes.name ?? '']))
}

function* below(codes: readonly XmlElement[]): Generator<XmlElement> {
  for (const code of codes) {
    yield code
    yield* below(childrenNamed(code, 'Code'))
  }
}

function descendantCodes(codebook: XmlElement | undefined): XmlElement[] {
  return [...below(childrenNamed(childNamed(codebook, 'Codes'), 'Code'))]
}

function refsOf(parent: XmlElement, name: string): string[] {
  return childrenNamed(parent, name).map(({ attributes }) => plainGuid(attributes.targetGUID))
}

/** Guids of the codes that codings put on an element, each once. */
function codedWith(parent: XmlElement): string[] {
  return [...new Set(childrenNamed(parent, 'Coding').flatMap((coding) => refsOf(coding, 'CodeRef')))]
}

function sourceOf(element: XmlElement): QdeSource | null {
  if (element.name !== 'TextSource' && element.name !== 'PDFSource') return null
  const kind = element.name === 'PDFSource' ? 'pdf' : 'text'
  // The text of a PDF is coded on its representation.
  const text = kind === 'pdf' ? childNamed(element, 'Representation') : element
  const areas = childrenNamed(element, 'PDFSelection')
  const selections = childrenNamed(text, 'PlainTextSelection').map(selectionOf)
  const known = new Set(selections.map(({ guid }) => guid))
  // One passage of a PDF may be there twice, as an area and as text, under one guid.
  const onlyAreas = areas.filter(({ attributes }) => !known.has(plainGuid(attributes.guid)))
  const areaCodings = onlyAreas.reduce((sum, area) => sum + codedWith(area).length, 0)
  return {
    guid: plainGuid(element.attributes.guid),
    name: element.attributes.name ?? '',
    kind,
    description: descriptionOf(element),
    path: text?.attributes.plainTextPath ?? '',
    content: text ? contentOf(text) : '',
    selections,
    codes: codedWith(element),
    notes: refsOf(element, 'NoteRef'),
    areaCodings,
    values: valuesOf(element),
  }
}

function selectionOf(element: XmlElement): QdeSelection {
  const { guid, name = '', startPosition = '', endPosition = '' } = element.attributes
  // Who and when may also be said of the codings alone, and a memo hang on one of them.
  const codings = [element, ...childrenNamed(element, 'Coding')]
  const notes = codings.flatMap((one) => refsOf(one, 'NoteRef'))
  const field = (attribute: string) => codings.find(({ attributes }) => attributes[attribute])?.attributes[attribute] ?? ''
  return {
    guid: plainGuid(guid),
    name,
    start: position(startPosition),
    end: position(endPosition),
    description: descriptionOf(element),
    user: plainGuid(field('creatingUser')),
    createdAt: field('creationDateTime'),
    codes: codedWith(element),
    notes: [...new Set(notes)],
  }
}

function position(text: string): number {
  return /^\s*[+-]?\d{1,12}\s*$/.test(text) ? Number(text) : Number.NaN
}

function contentOf(element: XmlElement): string {
  return childNamed(element, 'PlainTextContent')?.text ?? ''
}

function valuesOf(element: XmlElement): Map<string, string> {
  return new Map(
    childrenNamed(element, 'VariableValue').flatMap((value) => {
      const [ref] = refsOf(value, 'VariableRef')
      const said = value.children.find(({ name }) => name.endsWith('Value'))
      return ref && said ? [[ref, said.text.trim()] as const] : []
    }),
  )
}

function caseOf(element: XmlElement): QdeCase {
  return {
    guid: plainGuid(element.attributes.guid),
    name: element.attributes.name ?? '',
    description: descriptionOf(element),
    codes: refsOf(element, 'CodeRef'),
    sources: refsOf(element, 'SourceRef'),
    selections: refsOf(element, 'SelectionRef'),
    values: valuesOf(element),
  }
}

function linkOf({ attributes }: XmlElement): QdeLink {
  return { name: attributes.name ?? '', origin: plainGuid(attributes.originGUID), target: plainGuid(attributes.targetGUID) }
}
