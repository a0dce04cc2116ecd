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
  if (text === '') return { ok: false, reason: t('There is nothing in this {what} yet.', { what }) }
  const [length, limit] = [text.length, LIMITS[what]].map((count) => count.toLocaleString('en'))
  if (text.length > LIMITS[what])
    return { ok: false, reason: `This is ${length} characters long; a ${what} holds ${limit}. Make two of it.` }
  return { ok: true, text }
}
