import type { Db } from '#/db/client.ts'
import { t } from '#/lib/message/t.ts'
import type { TalkRefused } from '#/lib/talk/talk-result.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

/** What the use cases of discussions and memos work with. */
export interface TalkDeps {
  db: Db
  collab: Pick<CollabServer, 'notifyWorkspace' | 'settleExcerpts'>
}

export const MAY_NOT_COMMENT: TalkRefused = {
  ok: false,
  get reason() {
    return t('Your role can read the comments but not add to them.')
  },
}
export const THREAD_GONE: TalkRefused = {
  ok: false,
  get reason() {
    return t('This discussion is not there any more: its document was deleted.')
  },
}
export const COMMENT_GONE: TalkRefused = {
  ok: false,
  get reason() {
    return t('This comment is not there any more.')
  },
}
