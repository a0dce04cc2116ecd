import type * as Y from 'yjs'
import { isFact } from '#/lib/annotation/facts.ts'
import { actorKey, factKey, importantKey, type LayerValues, layerMap, memoKey, themeKey } from '#/lib/annotation/layer.ts'
import { MEMO_LENGTH } from '#/lib/annotation/limits.ts'
import type { AnchorValue, FactField, IdRun, LayerRoot, Quote } from '#/lib/annotation/model.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { idsMeaning, type Merged } from '#/lib/codebook/resolve-id.ts'
import { clockNow } from '#/lib/date/clock.ts'
import { newId } from '#/lib/id.ts'

/** A new statement about one passage. */
export interface NewAnnotation {
  userId: string
  /** From `captureRuns`; at least one. */
  runs: IdRun[]
  /** From `captureQuote`. */
  quote: Quote
  actors: readonly { actorId: string; role: ActorRole }[]
  themes: readonly { themeId: string; stance: Stance }[]
  memo?: string
  facts?: Partial<Record<FactField, string>>
  /** ms since 1970; the present when absent. */
  now?: number
}

/** What a command takes away. */
interface Reach {
  /** Everybody's tag, not only the user's own: needs the right to moderate tags. */
  everyone?: boolean
  /** Merges of the codebook: the tags of all entries that now stand for the same one are taken. */
  merged?: Merged
}

/** Adds a statement with all its tags in one transaction. Returns its id. */
export function createAnnotation(layer: Y.Doc, annotation: NewAnnotation, origin: unknown): string {
  const { userId, runs, quote, now = clockNow() } = annotation
  if (runs.length === 0) throw new Error('An annotation needs words to stand on.')
  const id = newId(now)
  const stamp = { by: userId, at: now }
  layer.transact(() => {
    layerMap(layer, 'annotation').set(id, { v: 1, r: runs, q: quote, ...stamp })
    for (const { actorId, role } of annotation.actors) layerMap(layer, 'actor').set(actorKey(id, actorId, role, userId), stamp)
    for (const { themeId, stance } of annotation.themes) layerMap(layer, 'theme').set(themeKey(id, themeId, userId), { stance, ...stamp })
    if (annotation.memo) setMemo(layer, id, userId, annotation.memo, origin, now)
    for (const [field, value] of Object.entries(annotation.facts ?? {}))
      if (value) setFact(layer, id, field as FactField, value, userId, origin, now)
  }, origin)
  return id
}

export function addActor(layer: Y.Doc, id: string, actorId: string, role: ActorRole, userId: string, origin: unknown): void {
  put(layer, 'actor', actorKey(id, actorId, role, userId), { by: userId, at: clockNow() }, origin)
}

/** Takes the user's own tag away, or with `everyone` that of all. */
export function removeActor(
  layer: Y.Doc,
  id: string,
  actorId: string,
  role: ActorRole,
  userId: string,
  origin: unknown,
  reach: Reach = {},
): void {
  layer.transact(() => {
    for (const entry of idsMeaning(reach.merged ?? {}, actorId)) remove(layer, 'actor', `${id}|${entry}|${role}|`, userId, reach)
  }, origin)
}

/** Adds a theme or changes the user's stance on it; with `everyone` theirs is the only stance afterwards. */
export function setTheme(
  layer: Y.Doc,
  id: string,
  themeId: string,
  stance: Stance,
  userId: string,
  origin: unknown,
  reach: Reach = {},
): void {
  const [theme = themeId, ...others] = idsMeaning(reach.merged ?? {}, themeId)
  const own = themeKey(id, theme, userId)
  layer.transact(() => {
    put(layer, 'theme', own, { stance, by: userId, at: clockNow() }, origin)
    for (const entry of others) remove(layer, 'theme', `${id}|${entry}|`, userId, reach)
    if (reach.everyone) remove(layer, 'theme', `${id}|${theme}|`, userId, reach, own)
  }, origin)
}

/** Takes the user's own theme away, or with `everyone` that of all. */
export function removeTheme(layer: Y.Doc, id: string, themeId: string, userId: string, origin: unknown, reach: Reach = {}): void {
  layer.transact(() => {
    for (const entry of idsMeaning(reach.merged ?? {}, themeId)) remove(layer, 'theme', `${id}|${entry}|`, userId, reach)
  }, origin)
}

/** Writes the user's memo, cut at `MEMO_LENGTH`; an empty text removes it. */
export function setMemo(layer: Y.Doc, id: string, userId: string, text: string, origin: unknown, now = clockNow()): void {
  if (text === '') drop(layer, 'memo', memoKey(id, userId), origin)
  else put(layer, 'memo', memoKey(id, userId), { text: cut(text, MEMO_LENGTH), by: userId, at: now }, origin)
}

/** Marks a statement as important for this user, or takes their mark away. */
export function setImportant(layer: Y.Doc, id: string, userId: string, isImportant: boolean, origin: unknown): void {
  if (isImportant) put(layer, 'important', importantKey(id, userId), { by: userId, at: clockNow() }, origin)
  else drop(layer, 'important', importantKey(id, userId), origin)
}

/**
 * Sets a fact about the event; an empty value removes it. Own statements, or with the right to moderate.
 * @throws when the value is none of this field: see `isFact` and `printFacts` in facts.ts
 */
export function setFact(
  layer: Y.Doc,
  id: string,
  field: FactField,
  value: string,
  userId: string,
  origin: unknown,
  now = clockNow(),
): void {
  if (value === '') drop(layer, 'fact', factKey(id, field), origin)
  else if (isFact(field, value)) put(layer, 'fact', factKey(id, field), { value, by: userId, at: now }, origin)
  else throw new Error(`Not a value of the fact ${field}`)
}

/** Deletes a statement so that it can be restored; tags that others add meanwhile are kept. Own statements, or with the right to moderate. */
export function deleteAnnotation(layer: Y.Doc, id: string, userId: string, origin: unknown): void {
  put(layer, 'deleted', id, { by: userId, at: clockNow() }, origin)
}

/** Brings a deleted statement back. Whoever deleted it may, and who may moderate. */
export function restoreAnnotation(layer: Y.Doc, id: string, origin: unknown): void {
  drop(layer, 'deleted', id, origin)
}

/** Anchors a statement to other words. Own statements, or with the right to moderate. */
export function moveAnchor(
  layer: Y.Doc,
  id: string,
  anchor: { runs: IdRun[]; quote: Quote; how: AnchorValue['how'] },
  userId: string,
  origin: unknown,
): void {
  put(layer, 'anchor', id, { r: anchor.runs, q: anchor.quote, how: anchor.how, by: userId, at: clockNow() }, origin)
}

function put<R extends LayerRoot>(layer: Y.Doc, root: R, key: string, value: LayerValues[R], origin: unknown): void {
  layer.transact(() => layerMap(layer, root).set(key, value), origin)
}

function drop(layer: Y.Doc, root: LayerRoot, key: string, origin: unknown): void {
  layer.transact(() => layer.getMap(root).delete(key), origin)
}

/** Call in a transaction. */
function remove(layer: Y.Doc, root: 'actor' | 'theme', prefix: string, userId: string, { everyone }: Reach, except?: string): void {
  const map = layer.getMap(root)
  if (!everyone) map.delete(prefix + userId)
  else for (const key of [...map.keys()]) if (key.startsWith(prefix) && key !== except) map.delete(key)
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replaceAll('\0', '\ufffd').toWellFormed()
}
