import { plainLines } from '#/lib/excerpt/citation.ts'
import { type Excerpt, type ExcerptFacts, isEdited } from '#/lib/excerpt/excerpt.ts'
import { newId } from '#/lib/id.ts'
import type { ExportContext, ExportWriter } from './format.ts'

/** Our own terms, in a namespace of their own: readers that do not know them leave them aside. */
const NAMESPACE = 'urn:x-interline:ns#'

/** The Library of Congress' name for dates in EDTF. */
const EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF'

export const WEB_ANNOTATION_CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    interline: NAMESPACE,
    'interline:role': { '@type': '@vocab' },
    'interline:stance': { '@type': '@vocab' },
    'interline:path': { '@container': '@list' },
    'interline:status': { '@type': '@vocab' },
    'interline:certainty': { '@type': '@vocab' },
    'interline:precision': { '@type': '@vocab' },
    'interline:eventDate': { '@type': EDTF },
    'interline:reportedBy': { '@container': '@list' },
  },
]
const GENERATOR = { id: 'urn:x-interline:software', type: 'Software', name: 'Interline' }

const uuid = (id: string) => `urn:uuid:${id}`
const time = (at: number) => new Date(at).toISOString()

/**
 * W3C Web Annotation (Recommendation of 23 February 2017): an AnnotationCollection with one AnnotationPage inside, one Annotation per
 * statement. Selectors count Unicode code points. `total` stands at the end because it is only known there.
 */
export const writeWebAnnotations: ExportWriter = async function* (batches, context) {
  const id = uuid(newId(context.exportedAt))
  const collection = {
    '@context': WEB_ANNOTATION_CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: `Excerpts of ${context.workspace.name}`,
    generator: GENERATOR,
    generated: time(context.exportedAt),
    'interline:codebookVersion': context.codebook.version,
    ...(context.codebookName && { 'interline:codebookName': context.codebookName }),
    ...(context.filter && { 'interline:filter': context.filter }),
  }
  const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 }
  yield `${JSON.stringify(collection).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`
  let total = 0
  for await (const batch of batches) {
    const items = batch.map((excerpt) => JSON.stringify(toAnnotation(excerpt, context)))
    yield (total > 0 ? ',\n' : '\n') + items.join(',\n')
    total += batch.length
  }
  yield `\n]},"total":${total}}\n`
}

/** One excerpt as a Web Annotation, without "@context". */
export function toAnnotation(
  excerpt: Excerpt,
  { workspace, origin, exportedAt }: Pick<ExportContext, 'workspace' | 'origin' | 'exportedAt'>,
) {
  const body = bodies(excerpt)
  return {
    id: uuid(excerpt.annotationId),
    type: 'Annotation',
    motivation: 'tagging',
    creator: { id: uuid(excerpt.tagger.id), type: 'Person', name: excerpt.tagger.name },
    created: time(excerpt.createdAt),
    modified: time(excerpt.modifiedAt),
    ...(body.length && { body }),
    ...facts(excerpt.facts),
    target: {
      type: 'SpecificResource',
      source: source(excerpt, `${origin}/w/${workspace.id}/documents/${excerpt.document.id}`),
      selector: selectors(excerpt),
      state: { type: 'TimeState', sourceDate: time(exportedAt) },
      ...(excerpt.state === 'orphan' && { 'interline:state': 'detached' }),
      ...(isEdited(excerpt) && { 'interline:quoteWhenTagged': plainLines(excerpt.taggedQuote) }),
      ...originalOf(excerpt, origin),
    },
  }
}

/** What the statement says about the event it reports; what it does not say is left out. */
function facts({ status, certainty, date, place, reportedBy }: ExcerptFacts) {
  return {
    ...(status && { 'interline:status': `interline:${status}` }),
    ...(certainty && { 'interline:certainty': `interline:${certainty}` }),
    ...(date && { 'interline:eventDate': date.edtf }),
    ...(place && { 'interline:place': placeOf(place) }),
    ...(reportedBy.length && {
      'interline:reportedBy': reportedBy.map(({ id, name }) => ({ ...(id && { id: uuid(id), type: 'interline:Actor' }), label: name })),
    }),
  }
}

function placeOf({ name, point, precision }: NonNullable<ExcerptFacts['place']>) {
  const { latitude, longitude } = point ?? {}
  return {
    type: 'schema:Place',
    ...(name && { 'schema:name': name }),
    ...(point && { 'schema:geo': { type: 'schema:GeoCoordinates', 'schema:latitude': latitude, 'schema:longitude': longitude } }),
    ...(precision && { 'interline:precision': `interline:${precision}` }),
  }
}

function source({ document }: Excerpt, id: string) {
  return {
    id,
    type: 'Text',
    format: 'text/plain',
    ...(document.language !== 'und' && { language: document.language }),
    textDirection: document.direction,
    'dcterms:title': document.title,
    ...(document.outlet && { 'dcterms:publisher': document.outlet }),
    ...(document.author && { 'dcterms:creator': document.author }),
    ...(document.publishedOn && { 'dcterms:issued': document.publishedOn }),
    ...(document.url && { 'dcterms:source': document.url }),
  }
}

/** A detached passage has no position: only its last words. */
function selectors({ quote, prefix, suffix, startPoint, endPoint, startUtf16, endUtf16 }: Excerpt) {
  const words = {
    type: 'TextQuoteSelector',
    exact: plainLines(quote),
    ...(prefix && { prefix: plainLines(prefix) }),
    ...(suffix && { suffix: plainLines(suffix) }),
  }
  if (startPoint === null || endPoint === null) return [words]
  return [
    words,
    { type: 'TextPositionSelector', start: startPoint, end: endPoint, 'interline:startUtf16': startUtf16, 'interline:endUtf16': endUtf16 },
  ]
}

/** The same words in the file that was imported: what it said there, and where in the text as it was extracted. */
function originalOf(excerpt: Excerpt, origin: string) {
  const { document, originalEdition, originalQuote, originalStartPoint, originalEndPoint, originalStart, originalEnd } = excerpt
  if (originalEdition === null || originalQuote === null) return {}
  return {
    'interline:original': {
      type: 'SpecificResource',
      source: `${origin}/api/originals/${document.id}/text?edition=${originalEdition}`,
      'interline:edition': originalEdition,
      selector: [
        { type: 'TextQuoteSelector', exact: plainLines(originalQuote) },
        {
          type: 'TextPositionSelector',
          start: originalStartPoint,
          end: originalEndPoint,
          'interline:startUtf16': originalStart,
          'interline:endUtf16': originalEnd,
        },
      ],
    },
  }
}

/** Each tag as the thing it names, and again as a plain label for readers that only know those (Hypothesis, Recogito). */
function bodies({ actors, themes, memo }: Excerpt): object[] {
  const label = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value, format: 'text/plain' })
  const named = [...new Set([...actors.map((actor) => actor.name), ...themes.map((theme) => theme.path.at(-1) ?? '')])]
  return [
    ...actors.map(({ id, name, kind, role }) => ({
      type: 'SpecificResource',
      purpose: 'identifying',
      source: { id: uuid(id), type: 'interline:Actor', label: name, 'interline:kind': kind },
      'interline:role': `interline:${role}`,
    })),
    ...themes.map(({ id, path, stance }) => ({
      type: 'SpecificResource',
      purpose: 'tagging',
      source: { id: uuid(id), type: 'skos:Concept', label: path.at(-1), 'interline:path': path },
      ...(stance !== 'none' && { 'interline:stance': `interline:${stance}` }),
    })),
    ...named.map(label),
    ...(memo ? [{ type: 'TextualBody', purpose: 'commenting', value: plainLines(memo), format: 'text/plain' }] : []),
  ]
}
