import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { faultOfAnnotation } from '#/lib/format/web-annotation/check-annotation.ts'
import { isObject, type JsonObject, listOf, textOf } from '#/lib/format/web-annotation/json.ts'
import type { NewAnnotationBody, NewTarget } from './schemas/annotation.ts'

export type FromWebAnnotation = { ok: true; annotation: NewAnnotationBody } | { ok: false; reason: string }

/**
 * What a W3C Web Annotation asks for, written as this product writes them (`toAnnotation`): a TextPositionSelector (code points) or a
 * TextQuoteSelector for the passage, bodies with the ids of actors and themes, comments as the memo. Plain tags are names of those
 * bodies again, or of what is not in the codebook: they are left aside.
 */
export function fromWebAnnotation(given: unknown): FromWebAnnotation {
  // An annotation that is being made has no id yet.
  const fault = faultOfAnnotation(isObject(given) && !('id' in given) ? { ...given, id: 'urn:x-interline:new' } : given)
  if (fault) return { ok: false, reason: `This annotation ${fault}.` }
  const annotation = given as JsonObject
  const [target, ...more] = listOf(annotation.target)
  if (more.length > 0 || !isObject(target)) return { ok: false, reason: 'This annotation has no target with a selector, or several.' }
  const place = targetOf(listOf(target.selector).filter(isObject))
  if (!place) return { ok: false, reason: 'This annotation has neither a TextPositionSelector nor a TextQuoteSelector.' }
  const bodies = listOf(annotation.body).filter(isObject)
  const memo = bodies
    .filter(({ purpose }) => purpose === 'commenting')
    .map(({ value }) => textOf(value))
    .join('\n\n')
  const facts = {
    status: term(annotation['interline:status'], STATUSES),
    certainty: term(annotation['interline:certainty'], CERTAINTIES),
    date: textOf(annotation['interline:eventDate']) || undefined,
  }
  return {
    ok: true,
    annotation: {
      target: place,
      actors: bodies.flatMap((body) => {
        const id = idOf(body, 'interline:Actor')
        return id ? [{ id, role: term(body['interline:role'], ROLES_IN_STATEMENT) ?? 'mentioned' }] : []
      }),
      themes: bodies.flatMap((body) => {
        const id = idOf(body, 'skos:Concept')
        return id ? [{ id, stance: term(body['interline:stance'], STANCES) ?? 'none' }] : []
      }),
      facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
      ...(memo && { memo }),
    },
  }
}

function targetOf(selectors: readonly JsonObject[]): NewTarget | null {
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const position = selectors.find(({ type }) => type === 'TextPositionSelector')
  const exact = textOf(quote?.exact)
  if (position && typeof position.start === 'number' && typeof position.end === 'number') {
    // Our own quotes have line breaks for what the text keeps as U+2028; there the position says it alone.
    const known = exact !== '' && !exact.includes('\n') ? { exact } : {}
    return { start: position.start, end: position.end, unit: 'point', ...known }
  }
  return exact === '' ? null : { exact, prefix: textOf(quote?.prefix), suffix: textOf(quote?.suffix) }
}

function idOf({ source }: JsonObject, type: string): string | null {
  if (!isObject(source) || source.type !== type) return null
  return /^urn:uuid:([0-9a-f-]{36})$/.exec(textOf(source.id))?.[1] ?? null
}

function term<T extends string>(value: unknown, terms: readonly T[]): T | undefined {
  return terms.find((one) => value === `interline:${one}`)
}
