import type { ChosenEvent } from './webhook-events.ts'

/** Something a webhook is told of. */
export interface Occasion {
  event: ChosenEvent
  /** Names it: what has the same name is the same occasion and is told once. */
  name: string
  /** ms since 1970. */
  at: number
  data: object
}

interface Told {
  events: readonly ChosenEvent[]
  createdAt: Date
  toldVersion: number
}

interface Happened {
  documents: readonly { id: string; title: string; createdAt: Date; updatedAt: Date; deletedAt: Date | null }[]
  /** The version of the codebook. */
  version: number
  /** ms since 1970. */
  now: number
}

/**
 * What a webhook is to be told of what happened since it was made. Documents may be given again that it was told of: what is the same
 * occasion has the same name. Many changes of one document between two looks are one.
 */
export function occasionsOf({ events, createdAt, toldVersion }: Told, { documents, version, now }: Happened): Occasion[] {
  const since = (at: Date | null): at is Date => at !== null && at >= createdAt
  const all = documents.flatMap((document): Occasion[] => {
    const { id, title } = document
    const occasion = (event: ChosenEvent, at: Date): Occasion => ({
      event,
      name: event === 'document.created' ? `created ${id}` : `${event.slice('document.'.length)} ${id} ${at.getTime()}`,
      at: at.getTime(),
      data: { documentId: id, title },
    })
    const isChanged = document.deletedAt === null && document.updatedAt > document.createdAt && since(document.updatedAt)
    return [
      ...(since(document.createdAt) ? [occasion('document.created', document.createdAt)] : []),
      ...(isChanged ? [occasion('document.changed', document.updatedAt)] : []),
      ...(since(document.deletedAt) ? [occasion('document.deleted', document.deletedAt)] : []),
    ]
  })
  if (version > toldVersion) all.push({ event: 'codebook.changed', name: `codebook ${version}`, at: now, data: { version } })
  return all.filter(({ event }) => events.includes(event)).toSorted((a, b) => a.at - b.at)
}

/** The body of a delivery: what happened, not what it says; receivers ask for that with a token of their own. */
export function deliveryBody(type: string, at: number, workspaceId: string, data: object): string {
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), workspaceId, data })
}
