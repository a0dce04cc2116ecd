import type * as Y from 'yjs'
import type { Status } from '#/lib/annotation/facts.ts'
import { actorKey, annotationOf, layerMap, themeKey } from '#/lib/annotation/layer.ts'
import type { ActorTagValue, FactValue, ThemeTagValue } from '#/lib/annotation/model.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { type Merged, resolveId } from '#/lib/codebook/resolve-id.ts'

/** A tag as it is put on statements. */
export type NewTag = { sort: 'actor'; id: string; role: ActorRole } | { sort: 'theme'; id: string; stance: Stance }

/** Tags that are looked for: of an actor in one role, or (null) in any; of a theme with any stance. */
export type FoundTag = { sort: 'actor'; id: string; role: ActorRole | null } | { sort: 'theme'; id: string }

/** What tags are replaced by, role and stance staying as they are where they are null. */
export type OtherTag = { sort: 'actor'; id: string; role: ActorRole | null } | { sort: 'theme'; id: string; stance: Stance | null }

/** A change of the tags of many statements. */
export type TagEdit = { act: 'add'; tag: NewTag } | { act: 'remove'; tag: FoundTag } | { act: 'replace'; tag: FoundTag; by: OtherTag }

/** A change of many statements: of their tags, or of their status (null: none any more). */
export type BulkEdit = TagEdit | { act: 'status'; status: Status | null }

/** Why a statement stays as it is: it was deleted, has it already, has no such tag, has only tags of others who keep theirs, or is somebody else's. */
export type Skipped = 'gone' | 'has-it' | 'without-it' | 'of-others' | 'locked'

type BulkValue = ActorTagValue | ThemeTagValue | FactValue

/** An entry of a layer that was written or taken away; null: there was none, or there is none. */
export interface LayerChange {
  layerId: string
  root: 'actor' | 'theme' | 'fact'
  key: string
  before: BulkValue | null
  after: BulkValue | null
  /** Of a fact: whose statement it is. A tag names who put it in its key. */
  owner?: string
}

/** Whether a change touched what is somebody else's. */
export function touchesOthers({ root, key, owner }: LayerChange, userId: string): boolean {
  return root === 'fact' ? owner !== userId : !key.endsWith(`|${userId}`)
}

export interface BulkEditor {
  userId: string
  /** Whether tags of others are changed too: needs the right to moderate tags. */
  everyone: boolean
  /** ms since 1970. */
  now: number
}

type TagValue = ActorTagValue | ThemeTagValue

/** A tag in a layer. */
interface Tag {
  key: string
  value: TagValue
  /** What stands for its actor or theme now. */
  entryId: string
  role: ActorRole | null
  userId: string
}

/**
 * Changes the tags of statements as one person would one by one: a new tag is theirs, and they take away their own, or with
 * `everyone` that of all. What others put stays theirs.
 *
 * @param ids of annotations of this layer
 * @param merged tags of merged entries are tags of what stands for them
 */
export function editTags(
  layer: Y.Doc,
  ids: readonly string[],
  edit: TagEdit,
  editor: BulkEditor,
  merged: Merged,
  origin: unknown,
): { changes: Omit<LayerChange, 'layerId'>[]; skipped: Map<string, Skipped> } {
  const root = edit.tag.sort
  const tags = tagsOf(layer, root, new Set(ids), merged)
  const changes: Omit<LayerChange, 'layerId'>[] = []
  const skipped = new Map<string, Skipped>()
  const map = layerMap(layer, root) as Y.Map<TagValue>
  const write = (key: string, after: TagValue | null) => {
    changes.push({ root, key, before: map.get(key) ?? null, after })
    if (after) map.set(key, after)
    else map.delete(key)
  }
  layer.transact(() => {
    for (const id of ids) {
      const isThere = layerMap(layer, 'annotation').has(id) && !layerMap(layer, 'deleted').has(id)
      const why = isThere ? editOne(id, tags.get(id) ?? [], edit, editor, write) : 'gone'
      if (why) skipped.set(id, why)
    }
  }, origin)
  return { changes, skipped }
}

/** Takes changes back where nobody changed the entry since. Returns ids of annotations that were changed, and of those that were not. */
export function undoLayerChanges(
  layer: Y.Doc,
  changes: readonly LayerChange[],
  origin: unknown,
): { undone: Set<string>; kept: Set<string> } {
  const undone = new Set<string>()
  const kept = new Set<string>()
  layer.transact(() => {
    for (const { root, key, before, after } of changes.toReversed()) {
      const map = layerMap(layer, root) as Y.Map<BulkValue>
      const isSame = JSON.stringify(map.get(key) ?? null, NAMES) === JSON.stringify(after, NAMES)
      ;(isSame ? undone : kept).add(annotationOf(key))
      if (!isSame) continue
      if (before) map.set(key, before)
      else map.delete(key)
    }
  }, origin)
  return { undone, kept }
}

/** The names of the fields of what is changed in one order: a database gives JSON back in another. */
const NAMES = ['at', 'by', 'stance', 'value']

function tagsOf(layer: Y.Doc, root: 'actor' | 'theme', ids: ReadonlySet<string>, merged: Merged): Map<string, Tag[]> {
  const tags = new Map<string, Tag[]>()
  ;(layerMap(layer, root) as Y.Map<TagValue>).forEach((value, key) => {
    const id = annotationOf(key)
    if (!ids.has(id)) return
    const [, entry = '', ...rest] = key.split('|')
    const role = root === 'actor' ? (rest[0] as ActorRole) : null
    const tag = { key, value, entryId: resolveId(merged, entry), role, userId: rest.at(-1) ?? '' }
    tags.set(id, [...(tags.get(id) ?? []), tag])
  })
  return tags
}

type Write = (key: string, after: TagValue | null) => void

/** Why nothing was done; null when something was. */
function editOne(id: string, tags: readonly Tag[], edit: TagEdit, editor: BulkEditor, write: Write): Skipped | null {
  if (edit.act === 'add') {
    const { tag } = edit
    if (tags.some((one) => one.entryId === tag.id && (tag.sort === 'theme' || one.role === tag.role))) return 'has-it'
    put(id, tag, editor, write)
    return null
  }
  const { tag } = edit
  const found = tags.filter((one) => one.entryId === tag.id && (tag.sort === 'theme' || tag.role === null || one.role === tag.role))
  if (found.length === 0) return 'without-it'
  const mine = editor.everyone ? found : found.filter((one) => one.userId === editor.userId)
  if (mine.length === 0) return 'of-others'
  if (edit.act === 'remove') for (const { key } of mine) write(key, null)
  else return replace(id, tags, mine, edit.by, editor, write)
  return null
}

function replace(id: string, tags: readonly Tag[], mine: readonly Tag[], by: OtherTag, editor: BulkEditor, write: Write): Skipped | null {
  const isSame = (tag: Tag, next: NewTag) =>
    tag.entryId === next.id && (next.sort === 'actor' ? tag.role === next.role : (tag.value as ThemeTagValue).stance === next.stance)
  const wanted = mine.map((tag) => newTag(tag, by))
  const moving = mine.filter((tag, at) => !isSame(tag, wanted[at] as NewTag))
  if (moving.length === 0) return 'has-it'
  for (const { key } of moving) write(key, null)
  const staying = tags.filter((tag) => !moving.includes(tag))
  const made: NewTag[] = []
  for (const tag of moving) {
    const next = newTag(tag, by)
    const isThere = staying.some((other) => isSame(other, next)) || made.some((other) => JSON.stringify(other) === JSON.stringify(next))
    // One person says one stance of a theme.
    const isSaid =
      next.sort === 'theme' &&
      [...made, ...staying.filter(({ userId }) => userId === editor.userId)].some(
        (other) => ('entryId' in other ? other.entryId : other.id) === next.id,
      )
    if (isThere || isSaid) continue
    made.push(next)
    put(id, next, editor, write)
  }
  return null
}

function newTag(tag: Tag, by: OtherTag): NewTag {
  if (by.sort === 'actor') return { sort: 'actor', id: by.id, role: by.role ?? tag.role ?? 'mentioned' }
  return { sort: 'theme', id: by.id, stance: by.stance ?? (tag.value as ThemeTagValue).stance }
}

function put(id: string, tag: NewTag, { userId, now }: BulkEditor, write: Write): void {
  const stamp = { by: userId, at: now }
  if (tag.sort === 'actor') write(actorKey(id, tag.id, tag.role, userId), stamp)
  else write(themeKey(id, tag.id, userId), { stance: tag.stance, ...stamp })
}
