import { t } from '#/lib/message/t.ts'
import { MEMO_LIMIT } from './memo.ts'
import { COMMENT_LIMIT } from './thread.ts'

export type CheckedMessage = { ok: true; text: string } | { ok: false; reason: string }

const LIMITS = { comment: COMMENT_LIMIT, memo: MEMO_LIMIT } as const

/** A comment or memo as it is kept: line breaks as "\n", no control characters, nothing empty around it. */
export function checkMessage(typed: string, what: keyof typeof LIMITS): CheckedMessage {
  const text = typed
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim()
  if (text === '')
    return { ok: false, reason: what === 'memo' ? t('There is nothing in this memo yet.') : t('There is nothing in this comment yet.') }
  const [length, limit] = [text.length, LIMITS[what]]
  if (text.length > LIMITS[what])
    return {
      ok: false,
      reason:
        what === 'memo'
          ? t('This is {length} characters long; a memo holds {limit}. Make two of it.', { length, limit })
          : t('This is {length} characters long; a comment holds {limit}. Make two of it.', { length, limit }),
    }
  return { ok: true, text }
}
