import type * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { type ExcerptSpot, findExcerptSpots, forgetOldBulkChanges, insertBulkChange } from '#/db/queries/bulk-changes.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import { findRole } from '#/db/queries/membership.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { type BulkEdit, type BulkEditor, editTags, type LayerChange, type Skipped } from '#/lib/annotation/bulk-edit.ts'
import { setStatuses } from '#/lib/annotation/bulk-status.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import { clockNow } from '#/lib/date/clock.ts'
import { bulkEditWords } from '#/lib/excerpt/bulk-edit-words.ts'
import type { BulkReport } from '#/lib/excerpt/bulk-report.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { log } from '#/server/log.ts'

export interface BulkDeps {
  db: Db
  collab: Pick<CollabServer, 'amend' | 'settleExcerpts'>
  /** Documents that are done, of all. */
  onProgress?(done: number, of: number): void
}

export type BulkRefused = { ok: false; reason: string }

export const MAY_NOT_TAG: BulkRefused = {
  ok: false,
  get reason() {
    return t('Your role can read tags but not change them.')
  },
}
const noRoleWords = () => t('You may not tag here any more.')

/**
 * Changes the tags, or the status, of all excerpts that match, document after document, each in one commit with what takes it back; as if the
 * member had done it one by one: coders change their own tags, who may moderate changes everybody's.
 */
export async function editTagsInBulk(
  scope: Scope,
  { query, edit }: { query: Query; edit: BulkEdit },
  deps: BulkDeps,
): Promise<({ ok: true } & BulkReport) | BulkRefused> {
  if (!can(scope.role, 'tag')) return MAY_NOT_TAG
  const codebook = await readCodebook(deps.db, scope)
  const live = liveEdit(edit, codebook)
  if (!live) return { ok: false, reason: t('This actor or theme was deleted meanwhile. Choose another.') }
  // What was tagged a moment ago is meant as well.
  await deps.collab.settleExcerpts()
  await forgetOldBulkChanges(deps.db, scope)
  const spots = Map.groupBy(await findExcerptSpots(deps.db, scope, query), ({ documentId }) => documentId)
  const run = new BulkRun(scope, live, codebook, deps)
  let done = 0
  for (const [documentId, some] of spots) {
    if (!(await run.change(documentId, some))) break
    deps.onProgress?.(++done, spots.size)
  }
  await run.record()
  await deps.collab.settleExcerpts()
  return { ok: true, ...run.report() }
}

/** The same change with the entries that stand for those named; null when one is not offered any more. */
function liveEdit(edit: BulkEdit, codebook: Codebook): BulkEdit | null {
  const known = <T extends { sort: 'actor' | 'theme'; id: string }>(tag: T): T | null => {
    const id = resolveId(codebook.merged, tag.id)
    const entries: readonly { id: string }[] = tag.sort === 'actor' ? codebook.actors : codebook.themes
    return entries.some((entry) => entry.id === id) ? { ...tag, id } : null
  }
  if (edit.act === 'status') return edit
  if (edit.act === 'add') {
    const tag = known(edit.tag)
    return tag && { act: 'add', tag }
  }
  const tag = known(edit.tag)
  if (edit.act === 'remove') return tag && { act: 'remove', tag }
  const by = known(edit.by)
  return tag && by && tag.sort === by.sort ? { act: 'replace', tag, by } : null
}

/** One change of many tags, as far as it got. */
class BulkRun {
  readonly #scope: Scope
  readonly #edit: BulkEdit
  readonly #codebook: Codebook
  readonly #deps: BulkDeps
  readonly #id = newId()
  readonly #what: string
  readonly #skipped = new Map<Skipped, number>()
  #changed = 0
  #documents = 0
  #stopped: string | null = null

  constructor(scope: Scope, edit: BulkEdit, codebook: Codebook, deps: BulkDeps) {
    this.#scope = scope
    this.#edit = edit
    this.#codebook = codebook
    this.#deps = deps
    this.#what = bulkEditWords(edit, codebook)
  }

  /** Changes the excerpts of one document. False: nothing more may be changed. */
  async change(documentId: string, spots: readonly ExcerptSpot[]): Promise<boolean> {
    const { db, collab } = this.#deps
    const { workspaceId, userId } = this.#scope
    const role = await findRole(db, workspaceId, userId)
    if (!role || !can(role, 'tag')) return this.#stop(noRoleWords())
    const everyone = can(role, 'moderate-tags')
    try {
      const done = await collab.amend(documentId, {
        userId,
        edit: ({ layers }) => this.#editLayers(layers, spots, everyone),
        alongside: async (tx, { result: { changes } }) => {
          if (changes.length > 0) await insertBulkChange(tx, this.#scope, { id: this.#id, documentId, what: this.#what, changes })
        },
      })
      this.#count(done?.result ?? { changes: [], changed: 0, skipped: spots.map(() => 'gone') })
      return true
    } catch (error) {
      log.error('excerpts.bulk-edit-failed', error, { document: documentId })
      return this.#stop(t('The server could not go on. What was changed until then stays.'))
    }
  }

  /** Writes into the audit log what was done. */
  async record(): Promise<void> {
    if (this.#changed === 0) return
    const details = { what: this.#what, changed: this.#changed, documents: this.#documents }
    await recordInWorkspace(this.#deps.db, this.#scope, 'tags-changed-in-bulk', { subject: this.#id, details })
  }

  report(): BulkReport {
    return {
      undoId: this.#changed > 0 ? this.#id : null,
      changed: this.#changed,
      documents: this.#documents,
      skipped: Object.fromEntries(this.#skipped),
      stopped: this.#stopped,
    }
  }

  #editLayers(
    layers: Parameters<Parameters<CollabServer['amend']>[1]['edit']>[0]['layers'],
    spots: readonly ExcerptSpot[],
    everyone: boolean,
  ) {
    const editor = { userId: this.#scope.userId, everyone, now: clockNow() }
    const changes: LayerChange[] = []
    const skipped: Skipped[] = []
    for (const [layerId, some] of Map.groupBy(spots, (spot) => spot.layerId)) {
      const ids = some.map(({ annotationId }) => annotationId)
      const layer = layers.get(layerId)
      if (!layer) {
        skipped.push(...ids.map(() => 'gone' as const))
        continue
      }
      const done = this.#editLayer(layer, ids, editor)
      changes.push(...done.changes.map((change) => ({ ...change, layerId })))
      skipped.push(...done.skipped.values())
    }
    return { changes, changed: spots.length - skipped.length, skipped }
  }

  #editLayer(layer: Y.Doc, ids: readonly string[], editor: BulkEditor) {
    const edit = this.#edit
    return edit.act === 'status'
      ? setStatuses(layer, ids, edit.status, editor, 'bulk-edit')
      : editTags(layer, ids, edit, editor, this.#codebook.merged, 'bulk-edit')
  }

  #count({ changed, skipped }: { changed: number; skipped: Skipped[] }): void {
    this.#changed += changed
    if (changed > 0) this.#documents++
    for (const why of skipped) this.#skipped.set(why, (this.#skipped.get(why) ?? 0) + 1)
  }

  #stop(why: string): false {
    this.#stopped = why
    return false
  }
}
