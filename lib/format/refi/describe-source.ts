import { languageTag } from '#/lib/codebook/language-tag.ts'
import { isWebAddress, LONGEST_META } from '#/lib/document/check-meta.ts'
import type { ForeignDocument } from '#/lib/format/project/foreign-project.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { LostInProject } from './lost-in-project.ts'
import type { QdeFile, QdeSource } from './qde.ts'

type Described = Pick<ForeignDocument, 'title' | 'id' | 'url' | 'language' | 'publishedOn' | 'author' | 'outlet' | 'kind' | 'memo'>
type Field = 'url' | 'language' | 'publishedOn' | 'author' | 'outlet' | 'kind'

/** What we call the facts of a document in variables, and what others may call them. */
export const VARIABLE_NAMES: Readonly<Record<Field, readonly [own: string, ...others: string[]]>> = {
  outlet: ['Outlet', 'publication', 'publisher', 'medium', 'newspaper', 'journal'],
  author: ['Author', 'authors', 'by'],
  publishedOn: ['Published on', 'published', 'date', 'publication date', 'document date'],
  url: ['Address', 'url', 'link', 'source url', 'web address'],
  kind: ['Kind', 'type', 'document type'],
  language: ['Language', 'lang'],
}
const FIELDS = new Map(
  (Object.entries(VARIABLE_NAMES) as [Field, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name) => [name.toLowerCase(), field] as const),
  ),
)
const LONGEST_TITLE = 300

/** What a project says of a document: its name, and variables of the source or of a case that is nothing but its attributes. */
export function describeSource(source: QdeSource, file: QdeFile, lost: LostInProject): Described {
  lost.count('area', source.areaCodings)
  lost.count('whole', source.codes.length)
  const sheets = file.cases.filter((one) => one.name === '' && one.sources.length === 1 && one.sources[0] === source.guid)
  const said: Partial<Record<Field, string>> = {}
  for (const [variable, value] of [...sheets.flatMap(({ values }) => [...values]), ...source.values]) {
    const name = file.variables.get(variable) ?? ''
    const field = FIELDS.get(name.trim().toLowerCase())
    if (field && value) said[field] = oneLine(value)
    else if (value && name) lost.variable(name)
  }
  const url = said.url || addressIn(source.description)
  return {
    title: oneLine(source.name).slice(0, LONGEST_TITLE).toWellFormed(),
    id: null,
    url: isWebAddress(url) && url.length <= LONGEST_META.url ? url : '',
    language: languageTag(said.language ?? '') ?? null,
    publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(said.publishedOn ?? '')?.[0] ?? null,
    author: cut(said.author, LONGEST_META.author),
    outlet: cut(said.outlet, LONGEST_META.outlet),
    kind: cut(said.kind, LONGEST_META.kind),
    memo: memoOf(source, file),
  }
}

/** What is noted about a document, and codes that were put on the whole of it: here only passages are tagged. */
function memoOf({ description, notes, codes }: QdeSource, file: QdeFile): string {
  const isAddress = /^(?:[\p{L} ]{1,30}:\s*)?(?:https?:\/\/\S+)?$/u.test(description.trim())
  const names = codes.flatMap((guid) => file.codeNames.get(guid) ?? [])
  const whole = names.length > 0 ? t('Coded as a whole: {names}', { names: names.join(', ') }) : ''
  return [isAddress ? '' : description.trim(), ...notes.map((guid) => (file.notes.get(guid) ?? '').trim()), whole]
    .filter(Boolean)
    .join('\n\n')
}

/** The only web address of a description; empty when there is none, or several. */
function addressIn(description: string): string {
  const found = description.match(/https?:\/\/[^\s<>"]+/g) ?? []
  return found.length === 1 ? (found[0] as string).replace(/[.,;)]+$/, '') : ''
}

function cut(text: string | undefined, longest: number): string {
  return (text ?? '').slice(0, longest).toWellFormed()
}
