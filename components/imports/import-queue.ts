import type { ImportedDocument } from '#/lib/format/import/imported-document.ts'

/** What the server made of one file. */
export type ImportAnswer =
  | ImportedDocument
  /** `reason`: the sentence to show. `again`: the same file may work on a second try. */
  | { ok: false; reason: string; again: boolean }

/** One source on its way in: a file, or text that was pasted under a name. */
export interface ImportSource {
  name: string
  body: Blob
  pasted: boolean
}

export interface ImportItem {
  id: number
  workspaceId: string
  name: string
  pasted: boolean
  state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed'
  /** Share of the bytes that were sent, 0 to 1. */
  sent: number
  answer: ImportAnswer | null
}

/** Sends one source; `onSent` hears the share of bytes sent, 1 when the server starts reading. Resolves in any case. */
export type SendSource = (workspaceId: string, source: ImportSource, onSent: (share: number) => void) => Promise<ImportAnswer>

export interface ImportQueue {
  add(workspaceId: string, sources: readonly ImportSource[]): void
  retry(id: number): void
  /** Takes a finished one off the list. */
  dismiss(id: number): void
  subscribe(listener: () => void): () => void
  get(): readonly ImportItem[]
}

/** Imports `parallel` at a time in the order added. A bad source stops nothing else. Lives beside React, so it goes on while one moves through the app. */
export function createImportQueue(send: SendSource, parallel = 2): ImportQueue {
  let items: readonly ImportItem[] = []
  let nextId = 1
  const sources = new Map<number, ImportSource>()
  const listeners = new Set<() => void>()

  function set(next: readonly ImportItem[]): void {
    items = next
    for (const listener of listeners) listener()
  }
  const change = (id: number, values: Partial<ImportItem>) => set(items.map((item) => (item.id === id ? { ...item, ...values } : item)))

  function startNext(): void {
    const running = items.filter(isRunning).length
    const waiting = items.filter((item) => item.state === 'waiting')
    for (const item of waiting.slice(0, Math.max(0, parallel - running))) void run(item)
  }

  async function run(item: ImportItem): Promise<void> {
    const source = sources.get(item.id)
    if (!source) return
    change(item.id, { state: 'sending', sent: 0 })
    const answer = await send(item.workspaceId, source, (sent) => change(item.id, { sent, state: sent >= 1 ? 'reading' : 'sending' }))
    // Pasted text may be nowhere else: it stays until it was taken, or dismissed.
    const mayRetry = !answer.ok && (answer.again || source.pasted)
    if (!mayRetry) sources.delete(item.id)
    change(item.id, { state: answer.ok ? 'done' : 'failed', answer: answer.ok ? answer : { ...answer, again: mayRetry } })
    startNext()
  }

  return {
    add(workspaceId, added) {
      const fresh = added.map((source) => {
        const id = nextId++
        sources.set(id, source)
        return { id, workspaceId, name: source.name, pasted: source.pasted, state: 'waiting', sent: 0, answer: null } as const
      })
      set([...items, ...fresh])
      startNext()
    },
    retry(id) {
      if (items.find((item) => item.id === id)?.state !== 'failed' || !sources.has(id)) return
      change(id, { state: 'waiting', sent: 0, answer: null })
      startNext()
    },
    dismiss(id) {
      if (items.some((item) => item.id === id && isUnderWay(item))) return
      sources.delete(id)
      set(items.filter((item) => item.id !== id))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get: () => items,
  }
}

function isRunning(item: ImportItem): boolean {
  return item.state === 'sending' || item.state === 'reading'
}

/** Whether it still has to be sent or read. */
export function isUnderWay(item: ImportItem): boolean {
  return item.state === 'waiting' || isRunning(item)
}

/** Whether leaving the site now would lose this import: it is under way, or pasted text that was not taken and is nowhere else. */
export function wouldBeLost(item: ImportItem): boolean {
  return isUnderWay(item) || (item.pasted && item.state === 'failed')
}
