import type * as Y from 'yjs'
import {
  type ActorTagValue,
  type AnchorValue,
  type Annotation,
  type AnnotationValue,
  type DeletedValue,
  FACT_FIELDS,
  type FactField,
  type FactValue,
  type ImportantValue,
  LAYER_ROOTS,
  type LayerRoot,
  type MemoValue,
  type Stamp,
  type ThemeTagValue,
} from '#/lib/annotation/model.ts'
import { type ActorRole, ROLES_IN_STATEMENT, type Stance } from '#/lib/codebook/codebook.ts'

/** The values of each root map. */
export interface LayerValues {
  annotation: AnnotationValue
  actor: ActorTagValue
  theme: ThemeTagValue
  fact: FactValue
  memo: MemoValue
  important: ImportantValue
  deleted: DeletedValue
  anchor: AnchorValue
}

/** Keys of the root maps. Every key begins with the annotation's id. */
export const actorKey = (id: string, actorId: string, role: ActorRole, userId: string) => `${id}|${actorId}|${role}|${userId}`
export const themeKey = (id: string, themeId: string, userId: string) => `${id}|${themeId}|${userId}`
export const factKey = (id: string, field: FactField) => `${id}|${field}`
export const memoKey = (id: string, userId: string) => `${id}|${userId}`
export const importantKey = (id: string, userId: string) => `${id}|${userId}`

/** What members put on a statement after it was made. */
const ADDED_ROOTS = ['actor', 'theme', 'fact', 'memo', 'important'] as const

/** The annotation a key of any root belongs to. */
export function annotationOf(key: string): string {
  const end = key.indexOf('|')
  return end < 0 ? key : key.slice(0, end)
}

/** A root map of a layer, with the type of its values. */
export function layerMap<R extends LayerRoot>(layer: Y.Doc, root: R): Y.Map<LayerValues[R]> {
  return layer.getMap<LayerValues[R]>(root)
}

/** Every annotation of a layer that is not deleted, in no particular order. One pass over the layer. */
export function readAnnotations(layer: Y.Doc): Annotation[] {
  const found = new Map<string, Annotation>()
  const deleted = layerMap(layer, 'deleted')
  const anchors = layerMap(layer, 'anchor')
  layerMap(layer, 'annotation').forEach((value, id) => {
    if (!deleted.has(id)) found.set(id, begin(id, value, anchors.get(id)))
  })
  // Actors and themes are taken in by time, so that `by` names the first tagger first.
  for (const root of ADDED_ROOTS) {
    const entries: [key: string, value: Stamp][] = []
    layerMap(layer, root).forEach((value: Stamp, key: string) => {
      entries.push([key, value])
    })
    for (const [key, value] of entries.sort(byTime)) {
      const annotation = found.get(annotationOf(key))
      if (annotation) take(annotation, root, key, value)
    }
  }
  return [...found.values()]
}

/** One annotation, or null when it does not exist or is deleted. Looks through the keys of the whole layer. */
export function readAnnotation(layer: Y.Doc, id: string): Annotation | null {
  return readSome(layer, new Set([id]))[0] ?? null
}

/** The annotations with these ids that exist and are not deleted; for taking in a change without reading the whole layer into objects. */
export function readSome(layer: Y.Doc, ids: ReadonlySet<string>): Annotation[] {
  const found = new Map<string, Annotation>()
  for (const id of ids) {
    const value = layerMap(layer, 'annotation').get(id)
    if (value && !layerMap(layer, 'deleted').has(id)) found.set(id, begin(id, value, layerMap(layer, 'anchor').get(id)))
  }
  if (found.size === 0) return []
  for (const root of ADDED_ROOTS) {
    const entries: [key: string, value: Stamp][] = []
    for (const [key, item] of layerMap(layer, root)._map) {
      if (!item.deleted && found.has(annotationOf(key))) entries.push([key, layerMap(layer, root).get(key)!])
    }
    for (const [key, value] of entries.sort(byTime)) take(found.get(annotationOf(key))!, root, key, value)
  }
  return [...found.values()]
}

/** Calls the listener once per transaction that changed annotations. Returns how to stop. */
export function observeAnnotations(layer: Y.Doc, listener: (ids: ReadonlySet<string>, transaction: Y.Transaction) => void): () => void {
  const roots = new Set<unknown>(LAYER_ROOTS.map((root) => layer.getMap(root)))
  const onTransaction = (transaction: Y.Transaction) => {
    const ids = new Set<string>()
    for (const [type, keys] of transaction.changed) {
      if (roots.has(type)) for (const key of keys) if (key !== null) ids.add(annotationOf(key))
    }
    if (ids.size > 0) listener(ids, transaction)
  }
  layer.on('afterTransaction', onTransaction)
  return () => layer.off('afterTransaction', onTransaction)
}

type Entry = [key: string, value: Stamp]

const byTime = (a: Entry, b: Entry) => a[1].at - b[1].at || (a[0] < b[0] ? -1 : 1)

function begin(id: string, value: AnnotationValue, anchor: AnchorValue | undefined): Annotation {
  const { at: modifiedAt, by: modifiedBy } = anchor && anchor.at >= value.at ? anchor : value
  const { r: runs, q: quote } = anchor ?? value
  const reanchored = anchor && { how: anchor.how, by: anchor.by, at: anchor.at }
  const own = { id, by: value.by, createdAt: value.at, modifiedAt, modifiedBy, runs, quote, ...(reanchored && { reanchored }) }
  return { ...own, actors: [], themes: [], facts: {}, memos: [], importantTo: [] }
}

function take(annotation: Annotation, root: (typeof ADDED_ROOTS)[number], key: string, value: Stamp): void {
  const [, first = '', second = ''] = key.split('|')
  if (value.at > annotation.modifiedAt) Object.assign(annotation, { modifiedAt: value.at, modifiedBy: value.by })
  if (root === 'actor') takeActor(annotation, first, second, value.by)
  else if (root === 'theme') takeTheme(annotation, first, (value as ThemeTagValue).stance, value.by)
  else if (root === 'memo') annotation.memos.push({ by: value.by, at: value.at, text: (value as MemoValue).text })
  else if (root === 'important') annotation.importantTo.push(value.by)
  else if ((FACT_FIELDS as readonly string[]).includes(first)) annotation.facts[first as FactField] = (value as FactValue).value
}

function takeActor({ actors }: Annotation, actorId: string, role: string, by: string): void {
  if (!(ROLES_IN_STATEMENT as readonly string[]).includes(role)) return
  const known = actors.find((actor) => actor.actorId === actorId && actor.role === role)
  if (!known) actors.push({ actorId, role: role as ActorRole, by: [by] })
  else if (!known.by.includes(by)) known.by.push(by)
}

function takeTheme({ themes }: Annotation, themeId: string, stance: Stance, by: string): void {
  const known = themes.find((theme) => theme.themeId === themeId && theme.stance === stance)
  if (!known) themes.push({ themeId, stance, by: [by] })
  else if (!known.by.includes(by)) known.by.push(by)
}
