import type { Actor } from '#/lib/codebook/codebook.ts'
import type { Mention } from '#/lib/codebook/radar/mention-index.ts'
import { namedActor } from '#/lib/codebook/radar/named-actor.ts'
import type { RadarAnswer, RadarMessage } from './radar-worker.ts'

/** Actors handed over in one turn: more would be felt while typing. */
const ACTORS_PER_TURN = 400

/** The worker that looks for names, as the page sees it. It is told of actors by difference, and of texts once each. */
export class RadarScanner {
  readonly worker: Worker
  private readonly told = new Map<string, Actor>()
  private readonly asked = new Map<number, (mentions: Mention[][]) => void>()
  private scans = 0
  private handing: ReturnType<typeof setTimeout> | undefined

  /** @param worker the default can only be made where a page is */
  constructor(worker: Worker = new Worker(new URL('./radar-worker.ts', import.meta.url), { type: 'module' })) {
    this.worker = worker
    worker.onmessage = ({ data: { scan, mentions } }: MessageEvent<RadarAnswer>) => {
      this.asked.get(scan)?.(mentions)
      this.asked.delete(scan)
    }
    // Without the worker, for example when the network went before it was loaded, nothing is underlined; the text is not affected.
    worker.onerror = (event) => {
      event.preventDefault()
      this.asked.clear()
    }
  }

  /** Tells the worker what changed; calls back when it has been told everything, at once when nothing changed its mind. */
  tell(actors: readonly Actor[], done: (changed: boolean) => void): void {
    clearTimeout(this.handing)
    const ids = new Set(actors.map(({ id }) => id))
    const gone = [...this.told.keys()].filter((id) => !ids.has(id))
    for (const id of gone) this.told.delete(id)
    const changed = actors.filter((actor) => !hasSameNames(this.told.get(actor.id), actor))
    if (gone.length > 0) this.post({ actors: [], gone })
    const handOver = (from: number) => {
      const part = changed.slice(from, from + ACTORS_PER_TURN)
      for (const actor of part) this.told.set(actor.id, actor)
      if (part.length > 0) this.post({ actors: part.map(namedActor), gone: [] })
      if (from + ACTORS_PER_TURN < changed.length) this.handing = setTimeout(() => handOver(from + ACTORS_PER_TURN), 0)
      else done(changed.length + gone.length > 0)
    }
    handOver(0)
  }

  /** Looks for names in texts. What is asked is answered in order, after what the worker was told before. */
  scan(texts: readonly string[], day: string | null, take: (mentions: Mention[][]) => void): void {
    this.scans += 1
    this.asked.set(this.scans, take)
    this.post({ scan: this.scans, day, texts })
  }

  destroy(): void {
    clearTimeout(this.handing)
    this.asked.clear()
    this.worker.terminate()
  }

  private post(message: RadarMessage): void {
    this.worker.postMessage(message)
  }
}

/** Compared as they are, with nothing made on the way: a codebook has tens of thousands, and most of them stay. */
function hasSameNames(before: Actor | undefined, now: Actor): boolean {
  if (before === now) return true
  if (!before || before.name !== now.name || before.state !== now.state || before.aliases.length !== now.aliases.length) return false
  return now.aliases.every(({ name, from, until }, at) => {
    const old = before.aliases[at]!
    return old.name === name && old.from === from && old.until === until
  })
}
