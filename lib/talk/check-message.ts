import { COMMENT_LIMIT } from './thread.ts'

export type CheckedMessage = { ok: true; text: string } | { ok: false; reason: string }

/** A message as it is kept: line breaks as "\n", no control characters, nothing empty around it. */
export function checkMessage(typed: string): CheckedMessage {
  const text = typed
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim()
  if (text === '') return { ok: false, reason: 'There is nothing in this comment yet.' }
  if (text.length > COMMENT_LIMIT)
    return {
      ok: false,
      reason: `This is ${text.length.toLocaleString('en')} characters long; a comment holds ${COMMENT_LIMIT.toLocaleString('en')}. Make two of it.`,
    }
  return { ok: true, text }
}
