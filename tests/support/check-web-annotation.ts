type Json = Record<string, unknown>

const ANNO = 'http://www.w3.org/ns/anno.jsonld'
const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]
const DIRECTIONS = ['ltr', 'rtl', 'auto']
const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/

/**
 * What is wrong with an annotation by the rules of the Web Annotation Data Model (Recommendation of 23 February 2017), as sentences with
 * the place: keys that must be there, forms of values, and the selectors and bodies that an export of ours uses. Empty: nothing.
 *
 * @param embedded the annotation stands in a page, which has the "@context"
 */
export function checkWebAnnotation(annotation: unknown, embedded = false): string[] {
  const wrong: string[] = []
  if (!isObject(annotation)) return ['annotation: not an object']
  if (!embedded && !list(annotation['@context']).includes(ANNO)) wrong.push(`@context: must contain ${ANNO}`)
  if (!isIri(annotation.id)) wrong.push('id: must be exactly one IRI')
  if (!list(annotation.type).includes('Annotation')) wrong.push('type: must contain Annotation')
  if (list(annotation.target).length === 0) wrong.push('target: must be there')
  if ('body' in annotation && 'bodyValue' in annotation) wrong.push('body and bodyValue: not both')
  if ('bodyValue' in annotation && typeof annotation.bodyValue !== 'string') wrong.push('bodyValue: must be a string')
  for (const key of ['created', 'modified', 'generated'])
    if (key in annotation && !isTime(annotation[key])) wrong.push(`${key}: must be one time in UTC with Z`)
  for (const key of ['canonical', 'via', 'rights'])
    for (const iri of list(annotation[key])) if (!isIri(iri)) wrong.push(`${key}: must be an IRI`)
  for (const key of ['creator', 'generator']) for (const agent of list(annotation[key])) wrong.push(...checkAgent(agent, key))
  for (const motivation of list(annotation.motivation))
    if (!isMotivation(motivation)) wrong.push(`motivation: ${String(motivation)} is none`)
  for (const body of list(annotation.body)) wrong.push(...checkResource(body, 'body'))
  for (const target of list(annotation.target)) wrong.push(...checkResource(target, 'target'))
  return wrong
}

/** The same for an AnnotationCollection whose first page is inside it: the collection, the page and every annotation. */
export function checkAnnotationCollection(collection: unknown): string[] {
  if (!isObject(collection)) return ['collection: not an object']
  const wrong: string[] = []
  if (!list(collection['@context']).includes(ANNO)) wrong.push(`@context: must contain ${ANNO}`)
  if (!isIri(collection.id)) wrong.push('collection id: must be an IRI')
  if (!list(collection.type).includes('AnnotationCollection')) wrong.push('collection type')
  if (!isCount(collection.total)) wrong.push('total: must be a whole number')
  const page = collection.first
  if (!isObject(page)) return [...wrong, 'first: must be a page']
  if (!isIri(page.id)) wrong.push('page id: must be an IRI')
  if (!list(page.type).includes('AnnotationPage')) wrong.push('page type')
  if ('startIndex' in page && !isCount(page.startIndex)) wrong.push('startIndex: must be a whole number')
  if (!Array.isArray(page.items)) return [...wrong, 'items: must be a list']
  return [...wrong, ...page.items.flatMap((item, i) => checkWebAnnotation(item, true).map((sentence) => `item ${i}: ${sentence}`))]
}

function checkAgent(agent: unknown, at: string): string[] {
  if (typeof agent === 'string') return isIri(agent) ? [] : [`${at}: must be an IRI`]
  if (!isObject(agent)) return [`${at}: must be an IRI or an object`]
  const wrong = 'id' in agent && !isIri(agent.id) ? [`${at} id: must be an IRI`] : []
  if ('type' in agent && !list(agent.type).some((type) => ['Person', 'Organization', 'Software'].includes(String(type))))
    wrong.push(`${at} type`)
  return wrong
}

function checkResource(resource: unknown, at: string): string[] {
  if (typeof resource === 'string') return isIri(resource) ? [] : [`${at}: must be an IRI`]
  if (!isObject(resource)) return [`${at}: must be an IRI or an object`]
  const wrong: string[] = []
  if (list(resource.type).includes('TextualBody') && typeof resource.value !== 'string')
    wrong.push(`${at}: a TextualBody has exactly one value`)
  if (list(resource.type).includes('SpecificResource') || 'selector' in resource) {
    if (list(resource.source).length !== 1) wrong.push(`${at}: a SpecificResource has exactly one source`)
    else wrong.push(...checkResource(resource.source, `${at} source`))
  }
  if ('textDirection' in resource && !DIRECTIONS.includes(String(resource.textDirection))) wrong.push(`${at} textDirection`)
  for (const purpose of list(resource.purpose)) if (!isMotivation(purpose)) wrong.push(`${at} purpose: ${String(purpose)} is none`)
  if ('id' in resource && !isIri(resource.id)) wrong.push(`${at} id: must be an IRI`)
  for (const selector of list(resource.selector)) wrong.push(...checkSelector(selector, `${at} selector`))
  for (const state of list(resource.state))
    if (isObject(state) && 'sourceDate' in state && !isTime(state.sourceDate)) wrong.push(`${at} sourceDate`)
  return wrong
}

function checkSelector(selector: unknown, at: string): string[] {
  if (typeof selector === 'string') return isIri(selector) ? [] : [`${at}: must be an IRI`]
  if (!isObject(selector)) return [`${at}: must be an IRI or an object`]
  if (selector.type === 'TextQuoteSelector') {
    const texts = ['exact', 'prefix', 'suffix'].filter((key) => key in selector || key === 'exact')
    return texts.filter((key) => typeof selector[key] !== 'string').map((key) => `${at} ${key}: must be one string`)
  }
  if (selector.type === 'TextPositionSelector' || selector.type === 'DataPositionSelector') {
    const { start, end } = selector
    return isCount(start) && isCount(end) && start <= end ? [] : [`${at}: start and end must be whole numbers in order`]
  }
  return []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function list(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && IRI.test(value)
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && UTC.test(value) && !Number.isNaN(Date.parse(value))
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}

function isMotivation(value: unknown): boolean {
  return MOTIVATIONS.includes(String(value).replace(/^oa:/, ''))
}
