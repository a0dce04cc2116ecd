import type * as Y from 'yjs'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { addActor, deleteAnnotation, removeActor, removeTheme, setFact, setMemo, setTheme } from '#/lib/annotation/commands.ts'
import { readAnnotation } from '#/lib/annotation/layer.ts'
import type { Annotation, FactField } from '#/lib/annotation/model.ts'
import type { StoredFacts } from '#/lib/api/stored-facts.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { type Merged, resolveId } from '#/lib/codebook/resolve-id.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import { type AnnotateDeps, API_ORIGIN } from './annotate-passage.ts'

/** What a statement is to say; what is absent stays. */
export interface StatementChange {
  actors?: readonly { actorId: string; role: ActorRole }[]
  themes?: readonly { themeId: string; stance: Stance }[]
  facts?: StoredFacts
  /** The member's own; an empty one goes. */
  memo?: string
}

export type StatementChanged = { ok: true } | { ok: false; why: 'forbidden' | 'gone' | 'changed'; reason: string }

/** Ends the change with nothing changed. */
class Refusal extends Error {
  readonly refused: StatementChanged & { ok: false }
  constructor(why: (StatementChanged & { ok: false })['why'], reason: string) {
    super(reason)
    this.refused = { ok: false, why, reason }
  }
}

/** A statement as the member sees it, and whether they insist that it is still so. */
export interface StatementSeen {
  excerpt: Excerpt
  mustBeSame: boolean
}

/**
 * Changes what a statement says as the member could on the page, all of it or nothing: tags added are theirs, tags of others and facts
 * of others' statements only go with the right to moderate.
 */
export async function changeStatement(
  scope: Scope,
  seen: StatementSeen,
  change: StatementChange,
  deps: AnnotateDeps & { merged: Merged },
): Promise<StatementChanged> {
  return amendStatement(scope, seen, deps, (layer, annotation) => {
    const editor = new StatementEditor(layer, annotation, scope, deps.merged)
    if (change.actors) editor.setActors(change.actors)
    if (change.themes) editor.setThemes(change.themes)
    if (change.facts) editor.setFacts(change.facts)
    if (change.memo !== undefined) setMemo(layer, annotation.id, scope.userId, change.memo, API_ORIGIN)
  })
}

/** Deletes a statement so that it can be brought back: one's own, or any with the right to moderate. */
export async function deleteStatement(
  scope: Scope,
  seen: StatementSeen,
  deps: AnnotateDeps & { merged: Merged },
): Promise<StatementChanged> {
  return amendStatement(scope, seen, deps, (layer, annotation) => {
    if (annotation.by !== scope.userId && !can(scope.role, 'moderate-tags'))
      throw new Refusal('forbidden', t('This statement belongs to somebody else. Editors can delete it.'))
    deleteAnnotation(layer, annotation.id, scope.userId, API_ORIGIN)
  })
}

async function amendStatement(
  scope: Scope,
  { excerpt, mustBeSame }: StatementSeen,
  { collab, merged }: AnnotateDeps & { merged: Merged },
  edit: (layer: Y.Doc, annotation: Annotation) => void,
): Promise<StatementChanged> {
  if (!can(scope.role, 'tag')) return { ok: false, why: 'forbidden', reason: t('Your role can read tags but not change them.') }
  try {
    const done = await collab.amend(excerpt.document.id, {
      userId: scope.userId,
      edit: ({ layers }) => {
        const layer = layers.get(excerpt.layerId)
        const annotation = layer && readAnnotation(layer, excerpt.annotationId)
        if (!layer || !annotation) throw new Refusal('gone', t('This statement was deleted meanwhile.'))
        if (mustBeSame && !isSame(annotation, excerpt, merged)) throw new Refusal('changed', t('This statement was changed meanwhile.'))
        layer.transact(() => edit(layer, annotation), API_ORIGIN)
      },
    })
    if (!done) return { ok: false, why: 'gone', reason: t('This document does not exist any more.') }
  } catch (error) {
    if (error instanceof Refusal) return error.refused
    throw error
  }
  await collab.settleExcerpts()
  return { ok: true }
}

/** Whether a statement in its layer still says what the projection said. */
function isSame(annotation: Annotation, excerpt: Excerpt, merged: Merged): boolean {
  const now = [
    ...annotation.actors.map(({ actorId, role }) => `${resolveId(merged, actorId)} ${role}`),
    ...annotation.themes.map(({ themeId, stance }) => `${resolveId(merged, themeId)} ${stance}`),
  ]
  const then = [...excerpt.actors.map(({ id, role }) => `${id} ${role}`), ...excerpt.themes.map(({ id, stance }) => `${id} ${stance}`)]
  return annotation.modifiedAt === excerpt.modifiedAt && new Set(now).symmetricDifference(new Set(then)).size === 0
}

/** One statement as one member may change it. */
class StatementEditor {
  readonly #layer: Y.Doc
  readonly #annotation: Annotation
  readonly #userId: string
  readonly #reach: { everyone: boolean; merged: Merged }

  constructor(layer: Y.Doc, annotation: Annotation, scope: Scope, merged: Merged) {
    this.#layer = layer
    this.#annotation = annotation
    this.#userId = scope.userId
    this.#reach = { everyone: can(scope.role, 'moderate-tags'), merged }
  }

  setActors(wanted: readonly { actorId: string; role: ActorRole }[]): void {
    const { id, actors } = this.#annotation
    const key = (tag: { actorId: string; role: ActorRole }) => `${this.#now(tag.actorId)} ${tag.role}`
    const keep = new Set(wanted.map(key))
    for (const tag of actors.filter((tag) => !keep.has(key(tag)))) {
      this.#mayTakeAway(tag.by)
      removeActor(this.#layer, id, this.#now(tag.actorId), tag.role, this.#userId, API_ORIGIN, this.#reach)
    }
    const there = new Set(actors.map(key))
    for (const tag of wanted)
      if (!there.has(key(tag))) addActor(this.#layer, id, this.#now(tag.actorId), tag.role, this.#userId, API_ORIGIN)
  }

  setThemes(wanted: readonly { themeId: string; stance: Stance }[]): void {
    const { id, themes } = this.#annotation
    const stances = new Map(wanted.map(({ themeId, stance }) => [this.#now(themeId), stance]))
    for (const [theme, tags] of Map.groupBy(themes, (tag) => this.#now(tag.themeId))) {
      const stance = stances.get(theme)
      const others = tags.filter((tag) => tag.stance !== stance)
      for (const tag of others) this.#mayTakeAway(tag.by)
      if (stance === undefined) removeTheme(this.#layer, id, theme, this.#userId, API_ORIGIN, this.#reach)
      else if (others.length > 0) setTheme(this.#layer, id, theme, stance, this.#userId, API_ORIGIN, this.#reach)
      stances.delete(theme)
    }
    for (const [theme, stance] of stances) setTheme(this.#layer, id, theme, stance, this.#userId, API_ORIGIN, this.#reach)
  }

  setFacts(facts: StoredFacts): void {
    const { id, by, facts: before } = this.#annotation
    const changed = (Object.entries(facts) as [FactField, string][]).filter(([field, value]) => (before[field] ?? '') !== value)
    if (changed.length > 0 && by !== this.#userId && !this.#reach.everyone)
      throw new Refusal('forbidden', t('Facts are changed by whoever made the statement, and by editors.'))
    for (const [field, value] of changed) setFact(this.#layer, id, field, value, this.#userId, API_ORIGIN)
  }

  #now(id: string): string {
    return resolveId(this.#reach.merged, id)
  }

  #mayTakeAway(by: readonly string[]): void {
    if (!this.#reach.everyone && by.some((userId) => userId !== this.#userId))
      throw new Refusal('forbidden', t('This takes away tags of others. Editors can do that.'))
  }
}
