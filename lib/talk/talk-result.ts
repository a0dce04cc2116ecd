/** What an act on discussions and memos comes to: a sentence for the person when it was not done. */
export type TalkResult = { ok: true } | TalkRefused

export interface TalkRefused {
  ok: false
  reason: string
}
