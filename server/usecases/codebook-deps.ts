import type { Db } from '#/db/client.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'

/** What the codebook use cases work with. */
export interface CodebookDeps {
  db: Db
  /** Tells the open pages of the workspace which list changed; called after the change is committed. */
  notify(what: 'actors' | 'themes' | 'proposals', id: string): void
}

export const MAY_NOT_PROPOSE: Refused = {
  ok: false,
  get reason() {
    return t('Your role can read the codebook but not add to it.')
  },
}
export const MAY_NOT_MANAGE: Refused = {
  ok: false,
  get reason() {
    return t('Only editors and owners can change or delete codebook entries.')
  },
}
export const ACTOR_GONE: Refused = {
  ok: false,
  get reason() {
    return t('This actor was deleted meanwhile.')
  },
}
export const THEME_GONE: Refused = {
  ok: false,
  get reason() {
    return t('This theme was deleted meanwhile.')
  },
}

/** A theme cannot go, because one below it has a name that is taken where it would move. */
export function cannotMoveUp({ id, name }: { id: string; name: string }): Refused {
  return {
    ok: false,
    existingId: id,
    reason: t('“{name}” moves up, where a theme has that name already. Rename one of them first.', { name }),
  }
}
