import type * as Y from 'yjs'
import { annotationOf, layerMap, observeAnnotations } from '#/lib/annotation/layer.ts'
import { type Annotation, LAYER_ROOTS } from '#/lib/annotation/model.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { Observable } from './observable.ts'
import type { ReaderModel } from './reader-model.ts'

/** What somebody else did to the open statement. */
export interface StatementChange {
  /** null: it cannot be told, for what was taken away does not say by whom. */
  by: string | null
  before: Annotation
  after: Annotation
}

/** The open statement, deleted by somebody else. */
export interface GoneStatement {
  annotation: Annotation
  /** null: unknown. */
  by: string | null
}

interface NewsState {
  /** Others' new statements: painted, but without cards and not counted until they are asked for. */
  waiting: ReadonlySet<string>
  /** New or changed by others since the last visit, and not seen yet. */
  unseen: ReadonlySet<string>
  /** In the open statement, oldest first. */
  changes: readonly StatementChange[]
  gone: GoneStatement | null
}

/** The part of the open document that news are about. */
export type NewsSource = Pick<ReaderModel, 'layer' | 'store' | 'ui' | 'identity' | 'announce'>

/** What others do to the statements while one reads, and did since one's last visit. */
export class News {
  readonly state = new Observable<NewsState>({ waiting: new Set(), unseen: new Set(), changes: [], gone: null })
  private readonly model: NewsSource
  private readonly stops: (() => void)[]
  private open: { id: string; annotation: Annotation | undefined } | null = null
  private isBegun = false

  /** @param lastVisit when this person last had the document open, ms since 1970; null: never */
  constructor(model: NewsSource, lastVisit: number | null) {
    this.model = model
    const onState = () => {
      this.begin(lastVisit)
      this.follow()
    }
    this.stops = [observeAnnotations(model.layer, (ids, transaction) => this.onLayer(ids, transaction)), model.ui.subscribe(onState)]
    onState()
  }

  destroy(): void {
    for (const stop of this.stops) stop()
  }

  /** All statements but those whose cards wait. One that lost its words is listed as such at once. */
  get shownCount(): number {
    const { store } = this.model
    const waiting = [...this.state.get().waiting].filter((id) => store.get(id)?.state === 'anchored')
    return store.size - waiting.length
  }

  /** Gives what waited its cards; false when nothing did. */
  showAll(): boolean {
    const { waiting } = this.state.get()
    if (waiting.size === 0) return false
    this.state.set({ waiting: new Set() })
    this.model.announce(t('{statements} shown', { statements: counted(waiting.size, 'new statement') }))
    return true
  }

  /** A new or changed statement has been looked at. */
  see(id: string): void {
    this.state.set({ unseen: without(this.state.get().unseen, id) })
  }

  /** Lets go of what is told about the open statement. */
  dismiss(): void {
    this.state.set({ changes: [], gone: null })
  }

  /** What came since the last visit; once, when the statements are there. On a first visit all is new, so nothing is marked. */
  private begin(lastVisit: number | null): void {
    if (this.isBegun || !this.model.ui.get().tagsLoaded) return
    this.isBegun = true
    if (lastVisit === null) return
    const news = this.model.store.all().filter(({ modifiedAt, modifiedBy }) => modifiedAt > lastVisit && this.isOther(modifiedBy))
    this.state.set({ unseen: new Set(news.map(({ id }) => id)) })
  }

  /** Remembers what the open statement says; one that waited joins the others when it is opened. */
  private follow(): void {
    const { activeId } = this.model.ui.get()
    if (activeId === (this.open?.id ?? null)) return
    this.open = activeId === null ? null : { id: activeId, annotation: this.model.store.get(activeId)?.annotation }
    this.dismiss()
    if (activeId !== null) this.state.set({ waiting: without(this.state.get().waiting, activeId) })
  }

  private onLayer(ids: ReadonlySet<string>, transaction: Y.Transaction): void {
    // What arrives before the page is whole is no news, it is the document.
    if (this.isBegun && !transaction.local) for (const id of ids) this.take(id, transaction)
    if (this.open && ids.has(this.open.id)) this.renewOpen(this.open.id)
  }

  private take(id: string, { changed }: Y.Transaction): void {
    const { layer, store } = this.model
    const { waiting, unseen } = this.state.get()
    const annotation = store.get(id)?.annotation
    if (!annotation) {
      this.state.set({ waiting: without(waiting, id), unseen: without(unseen, id) })
      if (this.open?.id === id && this.open.annotation)
        this.state.set({ gone: { annotation: this.open.annotation, by: layerMap(layer, 'deleted').get(id)?.by ?? null }, changes: [] })
      return
    }
    const by = this.writerOf(id, changed)
    if (by === this.model.identity.userId) return
    this.state.set({ unseen: new Set([...unseen, id]) })
    const isNew = changed.get(layerMap(layer, 'annotation') as never)?.has(id) ?? false
    if (isNew && this.open?.id !== id) this.await(id)
    else if (!isNew && this.open?.id === id && this.open.annotation) this.note({ by, before: this.open.annotation, after: annotation })
  }

  private await(id: string): void {
    const { waiting } = this.state.get()
    // Said once, not for every one of many.
    if (waiting.size === 0) this.model.announce(t('New statements by others. L shows them'))
    this.state.set({ waiting: new Set([...waiting, id]) })
  }

  /** Several changes by one person in a row are one. */
  private note(change: StatementChange): void {
    const { changes } = this.state.get()
    const last = changes.at(-1)
    const joined = last?.by === change.by ? [...changes.slice(0, -1), { ...change, before: last.before }] : [...changes, change]
    this.state.set({ changes: joined })
  }

  private renewOpen(id: string): void {
    const annotation = this.model.store.get(id)?.annotation
    if (!annotation) return
    this.open = { id, annotation }
    if (this.state.get().gone) this.state.set({ gone: null })
  }

  /** Who wrote what a transaction changed in a statement; null when it only took away. Another person before oneself. */
  private writerOf(id: string, changed: Y.Transaction['changed']): string | null {
    const writers = LAYER_ROOTS.flatMap((root) => {
      const map = layerMap(this.model.layer, root)
      const keys = [...(changed.get(map as never) ?? [])].filter((key) => key !== null && annotationOf(key) === id)
      return keys.flatMap((key) => map.get(key as string)?.by ?? [])
    })
    return writers.find((by) => this.isOther(by)) ?? writers[0] ?? null
  }

  private isOther(userId: string): boolean {
    return userId !== this.model.identity.userId
  }
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : ids
}
