import { type Mention, MentionIndex } from '#/lib/codebook/radar/mention-index.ts'
import type { NamedActor } from '#/lib/codebook/radar/named-actor.ts'

/** What the page tells the worker: actors that changed, then texts to look through. */
export type RadarMessage =
  | { actors: readonly NamedActor[]; gone: readonly string[] }
  /** `day`: of the document, ISO 8601, or null. */
  | { scan: number; day: string | null; texts: readonly string[] }

/** The names in each text of a scan. */
export interface RadarAnswer {
  scan: number
  mentions: Mention[][]
}

const index = new MentionIndex()

// In a worker the global is no window; its own types cannot stand beside those of a page.
const worker = self as unknown as {
  onmessage: (event: MessageEvent<RadarMessage>) => void
  postMessage: (answer: RadarAnswer) => void
}
worker.onmessage = ({ data }) => {
  if ('scan' in data) {
    worker.postMessage({ scan: data.scan, mentions: data.texts.map((text) => index.find(text, data.day)) })
    return
  }
  for (const id of data.gone) index.delete(id)
  for (const actor of data.actors) index.set(actor)
}
