import { t } from '#/lib/message/t.ts'
/** What came of asking the server: the answer, or a sentence. */
export type Answer<T> = { value: T; problem: null } | { value: null; problem: string }

const failedWords = () => t('The server did not answer. Check your connection and try again.')
const goneWords = () => t('This part of the history is not there. The document may have been moved to the bin.')
/** Answers that are kept: the past does not change, and a text can be large. */
const KEPT = 12

const kept = new Map<string, Promise<Answer<unknown>>>()

/** Asks the server for JSON. Never throws. */
export async function fetchJson<T>(address: string): Promise<Answer<T>> {
  try {
    const response = await fetch(address, { cache: 'no-store' })
    if (response.ok) return { value: (await response.json()) as T, problem: null }
    return { value: null, problem: response.status === 404 ? goneWords() : failedWords() }
  } catch {
    return { value: null, problem: failedWords() }
  }
}

/** The same for what will never be another: asked for once, also by several at a time. A failure is forgotten. */
export function fetchPast<T>(address: string): Promise<Answer<T>> {
  const known = kept.get(address) as Promise<Answer<T>> | undefined
  const answer = known ?? fetchJson<T>(address)
  kept.delete(address)
  kept.set(address, answer)
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
  if (!known) void answer.then(({ problem }) => problem !== null && kept.get(address) === answer && kept.delete(address))
  return answer
}
