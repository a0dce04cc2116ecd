import { t } from '#/lib/message/t.ts'
import type { DecodedText } from './decode-text.ts'

/** What to tell people about how a text file was decoded. */
export function encodingNotes({ encoding, isGuess, unreadable }: DecodedText): string[] {
  const notes: string[] = []
  if (isGuess)
    notes.push(
      t('The file does not say its encoding. It was read as {encoding}; if letters look wrong, save it as UTF-8 and add it again.', {
        encoding,
      }),
    )
  if (unreadable > 0)
    notes.push(
      t(
        '{count, plural, one {# character could not be read and became \ufffd.} other {# characters could not be read and became \ufffd.}}',
        { count: unreadable },
      ),
    )
  return notes
}
