import { t } from '#/lib/message/t.ts'
import type { TokenScope } from './scopes.ts'

/** UTF-16 units of the name of a token. */
export const TOKEN_NAME_LENGTH = 80

/** How long a token can be good for, days; null: until it is revoked. */
export const TOKEN_DAYS = [7, 30, 90, 365, null] as const
export type TokenDays = (typeof TOKEN_DAYS)[number]

/** What a person says of a token they want. */
export interface TokenInput {
  name: string
  scopes: TokenScope[]
  days: TokenDays
}

/** A token as its owner sees it. Times in ms since 1970. */
export interface ShownToken {
  id: string
  name: string
  /** Its last four characters. */
  ending: string
  scopes: TokenScope[]
  createdAt: number
  /** Null: it does not expire. */
  expiresAt: number | null
  /** Null: never used. */
  lastUsedAt: number | null
}

export const SCOPE_NAMES: Record<TokenScope, string> = {
  get read() {
    return t('Read')
  },
  get write() {
    return t('Write')
  },
  get export() {
    return t('Export')
  },
}

/** What a scope lets a program do, within what the person's role allows. */
export const SCOPE_MEANINGS: Record<TokenScope, string> = {
  get read() {
    return t('Documents, statements, actors, themes and excerpts')
  },
  get write() {
    return t('Add documents, tag, and change actors and themes')
  },
  get export() {
    return t('Take excerpts out as files')
  },
}
