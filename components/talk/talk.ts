import { Observable } from '#/components/reader/observable.ts'
import type { Thread } from '#/lib/talk/thread.ts'
import { loadThreads } from '#/server/actions/comments.ts'

/** Somebody who can be named and asked. */
export interface TalkPerson {
  id: string
  name: string
}

export interface TalkState {
  /** By statement. */
  threads: ReadonlyMap<string, Thread>
  people: readonly TalkPerson[]
  isLoaded: boolean
  /** The statement whose field for a comment is to get the keyboard. */
  composing: string | null
}

/** The discussions of the open document, as the server last told them. */
export class Talk {
  readonly workspaceId: string
  readonly documentId: string
  readonly state = new Observable<TalkState>({ threads: new Map(), people: [], isLoaded: false, composing: null })
  #asked = 0

  constructor({ workspaceId, documentId }: { workspaceId: string; documentId: string }) {
    this.workspaceId = workspaceId
    this.documentId = documentId
  }

  /** Asks the server. Without an answer what is shown stays; the next notice, or coming back, asks again. */
  async reload(): Promise<void> {
    const round = ++this.#asked
    const told = await loadThreads(this.workspaceId, this.documentId).catch(() => null)
    if (!told || round !== this.#asked) return
    const threads = new Map(told.threads.map((thread) => [thread.annotationId, thread]))
    this.state.set({ threads, people: told.people, isLoaded: true })
  }
}
