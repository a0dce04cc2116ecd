import { t } from '#/lib/message/t.ts'
/** What is said when the server cannot be reached. */
export const noAnswerWords = () => t('The server did not answer. Check your connection and try again.')

/** Waits for an action; a server that cannot be reached is a refusal like any other. */
export function attempt<T>(action: Promise<T>): Promise<T | { ok: false; reason: string }> {
  return action.catch(() => ({ ok: false, reason: noAnswerWords() }))
}
