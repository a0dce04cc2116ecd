import * as Y from 'yjs'
import { can, type MemberRole } from '#/lib/access/roles.ts'
import { isLayerKey, isLayerValue } from '#/lib/annotation/check-value.ts'
import { annotationOf } from '#/lib/annotation/layer.ts'
import { LAYER_UPDATE_BYTES } from '#/lib/annotation/limits.ts'
import { LAYER_ROOTS, type LayerRoot, type Stamp } from '#/lib/annotation/model.ts'
import { said } from '#/lib/message/said.ts'
import { inspectUpdate, type Refusal, type UpdateDelete, type UpdateWrite } from '#/lib/text/inspect-update.ts'

interface Member {
  userId: string
  role: MemberRole
}
type ClientOwner = (clientId: number) => string | undefined

/** Roots whose last key part names the user the entry belongs to. */
const PERSONAL: ReadonlySet<string> = new Set<LayerRoot>(['actor', 'theme', 'memo', 'important'])

/**
 * Whether a member may apply this Yjs update to a layer, without applying it. Everyone signs what they write; a statement
 * itself never changes; tags and memos are each member's own; facts, anchors and deletion belong to the statement's author.
 * Who may moderate tags may change others' entries, signed as their own, but never take another's statement away for good.
 *
 * `clientOwner` names the user a Yjs client id was first seen from. `newClients` are ids to remember as this user's.
 */
export function checkLayerUpdate(
  layer: Y.Doc,
  update: Uint8Array,
  who: Member,
  clientOwner: ClientOwner,
): { ok: true; newClients: number[] } | Refusal {
  const inspected = inspectUpdate(layer, update, who.userId, clientOwner, LAYER_UPDATE_BYTES)
  if (!inspected.ok) return inspected
  const { writes, deletes, newClients } = inspected
  if (writes.length + deletes.length > 0 && !can(who.role, 'tag')) return no(said('You may read this document, not tag it.'))
  const check = new LayerCheck(layer, who, clientOwner, writes)
  const reason = firstReason(writes, (write) => check.write(write)) ?? firstReason(deletes, (gone) => check.delete(gone))
  return reason === null ? { ok: true, newClients } : no(reason)
}

function no(reason: string): Refusal {
  return { ok: false, reason }
}

function firstReason<T>(changes: readonly T[], check: (change: T) => string | null): string | null {
  for (const change of changes) {
    const reason = check(change)
    if (reason !== null) return reason
  }
  return null
}

/** The rules, with what they need to know about the layer and the rest of the update. Every rule returns a reason or null. */
class LayerCheck {
  #layer: Y.Doc
  #who: Member
  #clientOwner: ClientOwner
  #moderates: boolean
  /** Author of every statement that this update creates. */
  #created = new Map<string, string>()
  /** Keys that this update gives a value: what stood there is replaced, not taken away. */
  #rewritten = new Set<string>()

  constructor(layer: Y.Doc, who: Member, clientOwner: ClientOwner, writes: readonly UpdateWrite[]) {
    this.#layer = layer
    this.#who = who
    this.#clientOwner = clientOwner
    this.#moderates = can(who.role, 'moderate-tags')
    for (const { root, key, item } of writes) {
      if (!(item.content instanceof Y.ContentAny)) continue
      this.#rewritten.add(`${root} ${key}`)
      if (root === 'annotation' && key !== null) this.#created.set(key, (item.content.arr.at(-1) as Stamp | undefined)?.by ?? '')
    }
  }

  write({ root, key, item, known }: UpdateWrite): string | null {
    if (!isRoot(root) || key === null || !isLayerKey(root, key)) return said('The change is no part of a layer.')
    if (item.content instanceof Y.ContentDeleted) return null
    if (!(item.content instanceof Y.ContentAny)) return said('The change holds something that is no tag.')
    // Several values: ones the sender's undo history kept although they were replaced.
    for (const value of item.content.arr.slice(known)) {
      if (!isLayerValue(root, key, value)) return said('The change holds a tag that is not as tags are.')
      if ((value as Stamp).by !== this.#who.userId) return said('The change is signed by someone else.')
      const reason = this.#mayWrite(root, key, value)
      if (reason !== null) return reason
    }
    return null
  }

  delete({ root, key, item }: UpdateDelete): string | null {
    if (!isRoot(root) || key === null) return said('The change is no part of a layer.')
    if (this.#rewritten.has(`${root} ${key}`) || this.#isOwnKey(root, key)) return null
    const owner = root === 'fact' || root === 'anchor' ? this.#author(annotationOf(key)) : livingValue(item)?.by
    if (owner === this.#who.userId || livingValue(item)?.by === this.#who.userId) return null
    if (root === 'annotation') return said('The statement of someone else can be deleted, but stays restorable.')
    return this.#moderates ? null : said('The tag of someone else cannot be removed.')
  }

  #mayWrite(root: LayerRoot, key: string, value: unknown): string | null {
    if (root === 'annotation') return this.#mayCreate(key, value)
    const id = annotationOf(key)
    if (!this.#created.has(id) && !this.#item('annotation', id)) return said('The change tags a statement that does not exist.')
    if (this.#moderates) return null
    if (PERSONAL.has(root)) return this.#isOwnKey(root, key) ? null : said('The change is put in the name of someone else.')
    return this.#author(id) === this.#who.userId ? null : said('The statement belongs to someone else.')
  }

  /** A statement is written once. Its author may write the same again after taking it back (undo, then redo). */
  #mayCreate(id: string, value: unknown): string | null {
    const item = this.#item('annotation', id)
    if (!item) return null
    const current = livingValue(item)
    if (current) return JSON.stringify(current) === JSON.stringify(value) ? null : said('A statement cannot be changed once it is made.')
    return this.#clientOwner(item.id.client) === this.#who.userId ? null : said('The statement was made by someone else.')
  }

  #isOwnKey(root: LayerRoot, key: string): boolean {
    return PERSONAL.has(root) && key.endsWith(`|${this.#who.userId}`)
  }

  #author(id: string): string | undefined {
    const item = this.#item('annotation', id)
    // A statement taken back has lost its value; who made it is still known by whose client did.
    if (item) return livingValue(item)?.by ?? this.#clientOwner(item.id.client)
    return this.#created.get(id)
  }

  #item(root: LayerRoot, key: string): Y.Item | undefined {
    return this.#layer.getMap(root)._map.get(key)
  }
}

function isRoot(root: string): root is LayerRoot {
  return (LAYER_ROOTS as readonly string[]).includes(root)
}

/** The value of a living map entry. */
function livingValue(item: Y.Item): Stamp | undefined {
  return item.deleted || !(item.content instanceof Y.ContentAny) ? undefined : (item.content.arr.at(-1) as Stamp)
}
