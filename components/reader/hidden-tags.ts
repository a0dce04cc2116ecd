import type { Annotation } from '#/lib/annotation/model.ts'
import { descendantIds, type Nested } from '#/lib/codebook/theme-tree.ts'
import { t } from '#/lib/message/t.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem } from './reader-state.ts'

const KEY = 'interline.hidden'
/** A list longer than this is not what somebody hides by hand. */
const MOST_KEPT = 1_000

/** What is hidden when these are: themes with all that stands below them. */
export function allHidden(chosen: ReadonlySet<string>, themes: readonly Nested[]): ReadonlySet<string> {
  return new Set([...chosen].flatMap((id) => [id, ...descendantIds(themes, id)]))
}

/** Whether nothing of a statement is left to show: all its themes are hidden; of one without themes, all its actors. */
export function isAllHidden({ themes, actors }: Pick<Annotation, 'themes' | 'actors'>, hidden: ReadonlySet<string>): boolean {
  if (hidden.size === 0) return false
  if (themes.length > 0) return themes.every(({ themeId }) => hidden.has(themeId))
  return actors.length > 0 && actors.every(({ actorId }) => hidden.has(actorId))
}

/** The tags of a statement without those that are hidden. */
export function shownTags<Tags extends Pick<Annotation, 'themes' | 'actors'>>({ themes, actors }: Tags, hidden: ReadonlySet<string>) {
  return { themes: themes.filter(({ themeId }) => !hidden.has(themeId)), actors: actors.filter(({ actorId }) => !hidden.has(actorId)) }
}

/** Hides a tag in text, margin and cards, or shows it again. */
export function toggleHidden(model: ReaderModel, item: CodebookItem): void {
  const { codebook } = model.ui.get()
  const chosen = new Set(codebook.chosenHidden)
  const name = item.kind === 'actor' ? codebook.actorName(item.id) : codebook.themeName(item.id)
  if (!chosen.delete(item.id)) chosen.add(item.id)
  setHidden(model, chosen)
  model.announce(chosen.has(item.id) ? t('{name} is hidden everywhere', { name }) : t('{name} is shown again', { name }))
}

/** Hides just these tags. What is selected and goes out of sight is let go. */
export function setHidden(model: ReaderModel, chosen: ReadonlySet<string>): void {
  const codebook = model.ui.get().codebook.hiding(chosen)
  const active = model.active()
  model.ui.set({ codebook, ...(active && isAllHidden(active.annotation, codebook.hidden) && { activeId: null }) })
  try {
    localStorage.setItem(KEY, JSON.stringify([...chosen].slice(-MOST_KEPT)))
  } catch {
    // A browser without storage forgets it.
  }
}

/** What this browser hides. In the browser only. */
export function readHidden(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set() // no storage here, or somebody else's words in it
  }
}
