import type { Actor, Codebook, Theme } from '#/lib/codebook/codebook.ts'
import { buildNameIndex, type NameIndex } from '#/lib/codebook/name-index.ts'
import { isOffered, offeredEntries } from '#/lib/codebook/offered.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import { type ThemeHue, themeHues } from '#/lib/codebook/theme-hue.ts'
import { pathIn } from '#/lib/codebook/theme-tree.ts'
import { type CountedCodebook, NO_ACTOR_USES, NO_THEME_USES } from '#/lib/codebook/uses.ts'
import { t } from '#/lib/message/t.ts'
import { allHidden } from './hidden-tags.ts'
import type { CodebookItem } from './reader-state.ts'

/** An entry in the place of what it was, or last. */
function withEntry<T extends { id: string }>(entries: readonly T[], entry: T): T[] {
  const at = entries.findIndex(({ id }) => id === entry.id)
  return at === -1 ? [...entries, entry] : entries.with(at, entry)
}

/** The neutral hue: what has no colour of its own. */
const NEUTRAL = 0

/** A codebook as the reader asks it: by id, with colours, ready for type-ahead. Made anew whenever the codebook changes. */
export class CodebookView {
  readonly book: CountedCodebook
  /** What may be tagged with: all but the archived entries, which still have names and colours here. */
  readonly offered: Pick<Codebook, 'actors' | 'themes'>
  private nameIndex: NameIndex | null = null
  private byUse: CodebookItem[] | null = null
  private readonly actors: ReadonlyMap<string, Actor>
  private readonly themes: ReadonlyMap<string, Theme>
  private readonly hues: ReadonlyMap<string, ThemeHue>

  /** The tags this reader hides, as chosen. */
  readonly chosenHidden: ReadonlySet<string>
  /** The same with what stands below them. */
  readonly hidden: ReadonlySet<string>
  private readonly memoed: ReadonlySet<string>

  constructor(book: CountedCodebook, chosenHidden: ReadonlySet<string> = new Set()) {
    this.book = book
    this.chosenHidden = chosenHidden
    this.hidden = allHidden(chosenHidden, book.themes)
    this.memoed = new Set(book.memoed)
    this.actors = new Map(book.actors.map((actor) => [actor.id, actor]))
    this.themes = new Map(book.themes.map((theme) => [theme.id, theme]))
    this.hues = themeHues(book.themes)
    this.offered = offeredEntries(book)
  }

  /** Everything that is offered, the most used first. */
  get mostUsed(): readonly CodebookItem[] {
    this.byUse ??= [
      ...this.offered.themes.map(({ id }) => ({ kind: 'theme' as const, id })),
      ...this.offered.actors.map(({ id }) => ({ kind: 'actor' as const, id })),
    ].sort((a, b) => this.ownUses(b.id) - this.ownUses(a.id))
    return this.byUse
  }

  /** For type-ahead; made when it is first asked for: folding tens of thousands of names takes time that not every change is worth. */
  get names(): NameIndex {
    this.nameIndex ??= buildNameIndex(this.offered)
    return this.nameIndex
  }

  /** An actor, or the one it was merged into: a chip may have been chosen before the merge. */
  actor(id: string): Actor | undefined {
    return this.actors.get(resolveId(this.book.merged, id))
  }

  /** The same for themes. */
  theme(id: string): Theme | undefined {
    return this.themes.get(resolveId(this.book.merged, id))
  }

  /** Name of an actor; a sentence in its place for one that is gone. */
  actorName(id: string): string {
    return this.actor(id)?.name ?? t('Deleted actor')
  }

  themeName(id: string): string {
    return this.theme(id)?.name ?? t('Deleted theme')
  }

  /** Whether an entry was archived: kept where it is, marked, and not offered. */
  isArchived(id: string): boolean {
    const entry = this.actor(id) ?? this.theme(id)
    return entry !== undefined && !isOffered(entry)
  }

  /** Base hue 1 to 12 of a theme; {@link NEUTRAL} for one that is gone. */
  themeHue(id: string): number {
    return this.hues.get(id)?.hue ?? NEUTRAL
  }

  /** Whether another branch had this theme's hue before: drawn as a ring. */
  isRing(id: string): boolean {
    return this.hues.get(id)?.ring ?? false
  }

  /** Names from the top of the branch down to the parent, for the grey path beside a name. */
  path(kind: 'actor' | 'theme', id: string): string[] {
    const items: ReadonlyMap<string, Actor | Theme> = kind === 'actor' ? this.actors : this.themes
    return pathIn(items, id)
      .slice(0, -1)
      .map(({ name }) => name)
  }

  /** The branch a theme stands for: itself when others stand below it, else what it stands under; null: the top. */
  branchOf(themeId: string): string | null {
    const theme = this.theme(themeId)
    if (!theme) return null
    return this.offered.themes.some(({ parentId }) => parentId === theme.id) ? theme.id : theme.parentId
  }

  /** Statements that use an actor, or a theme with its sub-themes. */
  uses(id: string): number {
    return (this.book.actorUses[id] ?? NO_ACTOR_USES).statements + (this.book.themeUses[id] ?? NO_THEME_USES).withSubthemes
  }

  /** Statements that use just this one, not what is below it. */
  ownUses(id: string): number {
    return (this.book.actorUses[id] ?? NO_ACTOR_USES).statements + (this.book.themeUses[id] ?? NO_THEME_USES).own
  }

  /** The codebook with one more actor or theme, until the server's own list arrives. */
  with(item: { actor: Actor } | { theme: Theme }): CodebookView {
    const { actors, themes } = this.book
    if ('actor' in item) return this.changed({ ...this.book, actors: withEntry(actors, item.actor) })
    return this.changed({ ...this.book, themes: withEntry(themes, item.theme) })
  }

  /** A newer codebook, with the same tags hidden. */
  changed(book: CountedCodebook): CodebookView {
    return new CodebookView(book, this.chosenHidden)
  }

  /** The same codebook with just these tags hidden. */
  hiding(chosen: ReadonlySet<string>): CodebookView {
    const view = new CodebookView(this.book, chosen)
    view.nameIndex = this.nameIndex
    return view
  }

  /** Whether there are memos on an actor or theme. */
  hasMemo(id: string): boolean {
    return this.memoed.has(id)
  }
}
