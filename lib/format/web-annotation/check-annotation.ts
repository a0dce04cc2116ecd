import { t } from '#/lib/message/t.ts'
import { isObject, type JsonObject, listOf, textOf } from './json.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/
/** Recogito and Annotorious name annotations so. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const DIRECTIONS = ['ltr', 'rtl', 'auto']
/** Bodies that are several: they have `items`. */
const COMPOSITES = ['Choice', 'List', 'Composite', 'Independents']

/**
 * The first thing that is wrong with an annotation by the Web Annotation Data Model (Recommendation of 23 February 2017), to complete
 * "This annotation …"; null when nothing is. Where programs people use differ from it, they are followed: ids that are bare UUIDs, no
 * context within a list, times with an offset.
 *
 * @param within the annotation stands in a list or page, which may have the "@context"
 */
export function faultOfAnnotation(annotation: unknown, { within = false } = {}): string | null {
  if (!isObject(annotation)) return t('is no object')
  const { id, type, target, body, bodyValue } = annotation
  const context = listOf(annotation['@context'])
  if (context.length > 0 ? !context.includes(CONTEXT) : !within) return t('does not say that it is one: its @context is another')
  if (typeof id !== 'string' || !(IRI.test(id) || UUID.test(id))) return t('must have one id, an address')
  if (!listOf(type).includes('Annotation')) return t('does not have the type Annotation')
  if (body !== undefined && bodyValue !== undefined) return t('has both a body and a bodyValue')
  if (bodyValue !== undefined && typeof bodyValue !== 'string') return t('has a bodyValue that is no text')
  return faultOfAbout(annotation) ?? first(listOf(body), faultOfBody) ?? faultOfTargets(listOf(target))
}

function faultOfAbout(annotation: JsonObject): string | null {
  for (const key of ['created', 'modified', 'generated'])
    if (key in annotation && !isTime(annotation[key])) return t('has a time “{key}” that is none', { key })
  for (const key of ['rights', 'via', 'canonical'])
    if (!listOf(annotation[key]).every((one) => IRI.test(textOf(one)))) return t('has a “{key}” that is no address', { key })
  for (const key of ['creator', 'generator'])
    if (!listOf(annotation[key]).every((one) => typeof one === 'string' || isObject(one)))
      return t('has a “{key}” that names nobody', { key })
  return null
}

function faultOfBody(body: unknown): string | null {
  if (typeof body === 'string') return IRI.test(body) ? null : t('has a body that is no address')
  if (!isObject(body)) return t('has a body that is neither an address nor an object')
  const types = listOf(body.type)
  const composites = types.filter((type) => COMPOSITES.includes(textOf(type)))
  if (composites.length > 1) return t('has a body of two kinds of list at once')
  if ('items' in body) return composites.length === 1 ? null : t('has a body with items that is no kind of list')
  if (types.includes('TextualBody') || ('value' in body && !('id' in body) && !('source' in body)))
    if (typeof body.value !== 'string') return t('has a textual body without one text')
  if ('id' in body && !IRI.test(textOf(body.id)) && !UUID.test(textOf(body.id))) return t('has a body whose id is no address')
  return faultOfResource(body, 'body')
}

function faultOfTargets(targets: readonly unknown[]): string | null {
  if (targets.length === 0) return t('has no target')
  return first(targets, (target) => {
    if (typeof target === 'string') return IRI.test(target) ? null : t('has a target that is no address')
    if (!isObject(target)) return t('has a target that is neither an address nor an object')
    if ((listOf(target.type).includes('SpecificResource') || 'selector' in target) && listOf(target.source).length !== 1)
      return t('has a target without one source')
    return faultOfResource(target, 'target') ?? first(listOf(target.selector), faultOfSelector)
  })
}

function faultOfResource(resource: JsonObject, what: 'body' | 'target'): string | null {
  for (const key of ['format', 'language'])
    if (!listOf(resource[key]).every((one) => typeof one === 'string')) return t('has a {what} with a {key} that is no text', { what, key })
  if (listOf(resource.processingLanguage).length > 1) return t('has a {what} with several processing languages', { what })
  const direction = resource.textDirection
  if (direction !== undefined && !DIRECTIONS.includes(textOf(direction)))
    return t('has a {what} with a text direction that is none', { what })
  return null
}

const NUMBERS = ['TextPositionSelector', 'DataPositionSelector']
const VALUES = ['FragmentSelector', 'CssSelector', 'XPathSelector']

function faultOfSelector(selector: unknown): string | null {
  if (typeof selector === 'string') return null
  if (!isObject(selector)) return t('has a selector that is no object')
  const [type = ''] = listOf(selector.type)
  const { start, end } = selector
  if (type === 'TextQuoteSelector' && typeof selector.exact !== 'string') return t('has a quote selector without words')
  if (VALUES.includes(textOf(type)) && typeof selector.value !== 'string') return t('has a selector without one value')
  if (NUMBERS.includes(textOf(type)) && !(isPosition(start) && isPosition(end) && start <= end))
    return t('has a position selector without a start and an end')
  return null
}

const isPosition = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0

function isTime(value: unknown): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(textOf(value)) && Number.isFinite(Date.parse(textOf(value)))
}

function first(list: readonly unknown[], faultOf: (one: unknown) => string | null): string | null {
  for (const one of list) {
    const fault = faultOf(one)
    if (fault) return fault
  }
  return null
}
