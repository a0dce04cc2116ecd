import { isFact } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import type { ForeignDocument, ForeignStatement, ForeignTag, ReadForeign } from '#/lib/format/project/foreign-project.ts'
import { isId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { faultOfAnnotation } from './check-annotation.ts'
import { isObject, type JsonObject, listOf, textOf } from './json.ts'

/** Most annotations of a file. */
const MOST = 100_000

/** Whether JSON may be Web Annotations, or what Hypothesis calls so. */
export function isWebAnnotations(json: unknown): boolean {
  if (Array.isArray(json)) return json.length === 0 || json.some(isOne)
  return isObject(json) && (isOne(json) || ['first', 'items', 'rows', 'annotations'].some((key) => key in json))
}

const isOne = (one: unknown) => isObject(one) && (listOf(one.type).includes('Annotation') || isHypothesis(one))

/** The API of Hypothesis has its own form: no type, `uri` beside `target`. */
const isHypothesis = (one: JsonObject) => typeof one.uri === 'string' && Array.isArray(one.target) && !('type' in one)

/**
 * Reads W3C Web Annotations: one, a list, a page or a collection with its pages inside; ours with all they say, those of Recogito and
 * Hypothesis (also of its API) as far as a tag is a code and a comment a memo. The texts are not in such a file: a document is named by
 * its address, and passages are found by their words, because programs count characters in texts of their own making.
 */
export function readWebAnnotations(json: unknown): ReadForeign | RefusedSource {
  const { annotations, isList } = annotationsOf(json)
  if (annotations.length === 0) return refuse('empty', t('There are no annotations in this file.'))
  if (annotations.length > MOST)
    return refuse('too-large', t('This file has more than {limit} annotations. Export them in parts and add those.', { limit: MOST }))
  for (const [i, annotation] of annotations.entries()) {
    const fault = isObject(annotation) && isHypothesis(annotation) ? null : faultOfAnnotation(annotation, { within: isList })
    if (fault) return refuse('corrupt', t('This file holds no correct Web Annotations. Number {number} {fault}.', { number: i + 1, fault }))
  }
  return readAll(annotations.filter(isObject))
}

function annotationsOf(json: unknown, isList = false): { annotations: readonly unknown[]; isList: boolean } {
  if (Array.isArray(json)) return { annotations: json, isList: true }
  if (!isObject(json)) return { annotations: [json], isList }
  for (const key of ['items', 'rows', 'annotations']) if (Array.isArray(json[key])) return { annotations: json[key], isList: true }
  if (isObject(json.first)) {
    const pages: unknown[] = []
    for (let page: unknown = json.first; isObject(page); page = page.next) pages.push(...annotationsOf(page, true).annotations)
    return { annotations: pages, isList: true }
  }
  return { annotations: [json], isList }
}

function readAll(annotations: readonly JsonObject[]): ReadForeign {
  const lost = { unquoted: 0, replies: 0, pieces: 0 }
  const documents = new Map<string, ForeignDocument & { statements: ForeignStatement[] }>()
  for (const annotation of annotations) {
    const targets = listOf(annotation.target)
    if (listOf(annotation.references).length > 0) lost.replies++
    else if (targets.length > 1) lost.pieces++
    const target = targets[0]
    const statement = isObject(target) && listOf(annotation.references).length === 0 ? statementOf(annotation, target) : null
    if (!statement || !isObject(target)) {
      if (listOf(annotation.references).length === 0) lost.unquoted++
      continue
    }
    const document = documentOf(annotation, target)
    const key = document.id ?? document.url ?? document.title
    const known = documents.get(key) ?? { ...document, statements: [] }
    known.statements.push(statement)
    documents.set(key, known)
  }
  return { ok: true, documents: [...documents.values()], notes: sentences(lost) }
}

function documentOf(annotation: JsonObject, target: JsonObject): ForeignDocument {
  const source = target.source ?? annotation.uri
  const about = isObject(source) ? source : {}
  const address = typeof source === 'string' ? source : textOf(about.id)
  const id = /\/w\/[^/]+\/documents\/([0-9a-f-]{36})(?:[?#]|$)/i.exec(address)?.[1]?.toLowerCase()
  const title = isObject(annotation.document) ? textOf(listOf(annotation.document.title)[0]) : textOf(about['dcterms:title'])
  const said = { language: textOf(about.language) || null, publishedOn: textOf(about['dcterms:issued']) || null }
  const names = { author: textOf(about['dcterms:creator']), outlet: textOf(about['dcterms:publisher']) }
  const isOurs = id !== undefined && isId(id)
  return {
    text: null,
    title,
    id: isOurs ? id : null,
    url: isOurs ? textOf(about['dcterms:source']) : address,
    ...said,
    ...names,
    statements: [],
  }
}

/** Null when no words are quoted: there is nothing to find it by. */
function statementOf(annotation: JsonObject, target: JsonObject): ForeignStatement | null {
  const selectors = listOf(target.selector).filter(isObject)
  const words = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const quote = textOf(words?.exact)
  if (!words || quote.trim() === '') return null
  const place = selectors.find(({ type }) => type === 'TextPositionSelector')
  const [start, end] = [place?.['interline:startUtf16'], place?.['interline:endUtf16']]
  const bodies = listOf(annotation.body).filter(isObject)
  const at = Date.parse(textOf(annotation.created))
  return {
    range: typeof start === 'number' && typeof end === 'number' && start < end ? { start, end } : null,
    quote,
    prefix: textOf(words.prefix),
    suffix: textOf(words.suffix),
    tags: tagsOf(annotation, bodies),
    facts: factsOf(annotation),
    memo: memoOf(annotation, bodies),
    by: creatorOf(annotation),
    ...(Number.isFinite(at) && { at }),
  }
}

/** Ours stand as things with their ids; their labels, which follow for others, are left aside. */
function tagsOf(annotation: JsonObject, bodies: readonly JsonObject[]): ForeignTag[] {
  const own = bodies.flatMap((body): ForeignTag[] => {
    const source = isObject(body.source) ? body.source : {}
    const path = listOf(source['interline:path']).map(textOf).filter(Boolean)
    const name = textOf(source.label)
    if (source.type === 'interline:Actor' && name)
      return [
        { kind: 'actor', path: [name], role: ROLES_IN_STATEMENT.find((role) => body['interline:role'] === `interline:${role}`) ?? null },
      ]
    if (source.type !== 'skos:Concept' || (path.length === 0 && name === '')) return []
    const stance = STANCES.find((one) => body['interline:stance'] === `interline:${one}`) ?? null
    return [{ kind: 'theme', path: path.length > 0 ? path : [name], stance }]
  })
  if (own.length > 0) return own
  const labels = [
    ...bodies
      .filter(({ purpose }) => listOf(purpose).some((one) => one === 'tagging' || one === 'classifying'))
      .map(({ value }) => textOf(value)),
    ...listOf(annotation.tags).map(textOf),
  ]
  return [...new Set(labels.map((label) => label.trim()).filter(Boolean))].map((label) => ({ kind: 'code', path: [label] }))
}

function memoOf(annotation: JsonObject, bodies: readonly JsonObject[]): string {
  const said = bodies
    .filter(({ purpose, value }) => typeof value === 'string' && !listOf(purpose).some((one) => one === 'tagging' || one === 'classifying'))
    .map(({ value }) => textOf(value))
  return [...said, textOf(annotation.text), textOf(annotation.bodyValue)].filter((text) => text.trim() !== '').join('\n\n')
}

function factsOf(annotation: JsonObject): ForeignStatement['facts'] {
  const bare = (value: unknown) => textOf(value).replace(/^interline:/, '')
  const place = isObject(annotation['interline:place']) ? annotation['interline:place'] : {}
  const told = {
    status: bare(annotation['interline:status']),
    certainty: bare(annotation['interline:certainty']),
    date: textOf(annotation['interline:eventDate']),
    place: textOf(place['schema:name']),
  }
  return Object.fromEntries(Object.entries(told).filter(([field, value]) => value !== '' && isFact(field as 'status', value)))
}

/** The name, or of Hypothesis' "acct:name@authority" the name in it. */
function creatorOf(annotation: JsonObject): string {
  const [creator = annotation.user] = listOf(annotation.creator)
  const name = isObject(creator) ? textOf(creator.name) || textOf(creator.nickname) : textOf(creator)
  return name.replace(/^acct:([^@]+)@.*$/, '$1').replaceAll(LINE_BREAK, ' ')
}

function sentences({ unquoted, replies, pieces }: { unquoted: number; replies: number; pieces: number }): string[] {
  return [
    ...(unquoted > 0
      ? [
          t('{count, plural, one {# annotation without words of a text.} other {# annotations without words of a text.}}', {
            count: unquoted,
          }),
        ]
      : []),
    ...(replies > 0 ? [t('{count, plural, one {# reply to annotations.} other {# replies to annotations.}}', { count: replies })] : []),
    ...(pieces > 0
      ? [
          t(
            '{count, plural, one {Of # annotation with several passages only the first.} other {Of # annotations with several passages only the first.}}',
            { count: pieces },
          ),
        ]
      : []),
  ]
}
