import { showToast } from '#/components/ui/toast-store.ts'
import { codeWord } from '#/lib/annotation/code-word.ts'
import { addActor, createAnnotation, deleteAnnotation, removeActor, restoreAnnotation, setImportant } from '#/lib/annotation/commands.ts'
import { settleThemes } from '#/lib/annotation/project.ts'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import type { Passage } from './annotation-store.ts'
import type { ReaderModel } from './reader-model.ts'
import { setStance } from './save-statement.ts'

/** Deletes a statement at once; the toast brings it back. */
export function deleteStatement(model: ReaderModel, id: string): void {
  const passage = changeable(model, id)
  if (!passage) return
  const { layer, origin, identity } = model
  deleteAnnotation(layer, id, identity.userId, origin)
  model.ui.set({ activeId: null, hoverId: null })
  showToast(t('Statement deleted.'), { label: t('Undo'), run: () => restoreAnnotation(layer, id, origin) })
}

/** Sets the stance of a statement's only theme, or of all its themes. */
export function stateStance(model: ReaderModel, id: string, stance: Stance): void {
  const passage = changeable(model, id)
  if (!passage) return
  const { themes } = passage.annotation
  if (themes.length === 0) {
    showToast(t('This statement has no theme, so it has no stance. Press E to add one.'))
    return
  }
  model.layer.transact(() => {
    for (const themeId of new Set(themes.map((theme) => theme.themeId))) setStance(model, id, { kind: 'theme', id: themeId, stance })
  }, model.origin)
  model.announce(t('Stance: {stance}', { stance: codeWord(stance) }))
}

/** Makes the sources recipients and the recipients sources. */
export function swapRoles(model: ReaderModel, id: string): void {
  const passage = changeable(model, id)
  if (!passage) return
  const { layer, origin, identity } = model
  const other: Partial<Record<ActorRole, ActorRole>> = { source: 'recipient', recipient: 'source' }
  layer.transact(() => {
    for (const { actorId, role } of passage.annotation.actors) {
      const swapped = other[role]
      if (!swapped) continue
      removeActor(layer, id, actorId, role, identity.userId, origin, model.reach())
      addActor(layer, id, actorId, swapped, identity.userId, origin)
    }
  }, origin)
  model.announce(t('Source and recipient swapped'))
}

/** Marks a statement as important for this reader, or takes their mark away. Others' statements too: the mark is one's own. */
export function toggleImportant(model: ReaderModel, id: string): void {
  const passage = model.store.get(id)
  if (!passage) return
  const { layer, origin, identity } = model
  if (!model.can('tag')) {
    showToast(t('You can read here, but not tag. Ask an owner to make you a coder.'))
    return
  }
  const isImportant = !passage.annotation.importantTo.includes(identity.userId)
  setImportant(layer, id, identity.userId, isImportant, origin)
  model.announce(isImportant ? t('Marked as important') : t('Not marked as important by you any more'))
}

/** Makes a second statement on the same words with the same tags and facts, and selects it. */
export function duplicateStatement(model: ReaderModel, id: string): void {
  const passage = model.store.get(id)
  if (!passage || !model.can('tag')) return
  const { runs, quote, actors, facts } = passage.annotation
  const copy = createAnnotation(
    model.layer,
    {
      userId: model.identity.userId,
      runs,
      quote,
      actors: actors.map(({ actorId, role }) => ({ actorId, role })),
      // One person has one stance to a theme, however many people gave theirs.
      themes: settleThemes(passage.annotation),
      facts,
    },
    model.origin,
  )
  model.ui.set({ activeId: copy })
  model.announce(t('Statement duplicated'))
}

/** The statement when it is there and may be changed; says why not otherwise. */
function changeable(model: ReaderModel, id: string): Passage | null {
  const passage = model.store.get(id)
  if (!passage) return null
  if (model.mayChange(passage)) return passage
  showToast(
    model.can('tag')
      ? t('Only its author or an editor can change this statement.')
      : t('You can read here, but not tag. Ask an owner to make you a coder.'),
  )
  return null
}
