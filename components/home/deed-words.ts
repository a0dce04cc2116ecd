import type { LastDeed } from '#/lib/activity/deed.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'

/** A name short enough for a list in which everybody knows each other. */
export const firstName = (name: string): string => name.split(' ')[0] || name

/** What was last done in a document, as a sentence without a full stop: "Dmitri tagged 2 passages". */
export function deedWords({ kind, by, count }: LastDeed): string {
  const name = firstName(by.name)
  switch (kind) {
    case 'tagged':
      return t('{name} tagged {passages}', { name, passages: counted(count, 'passage') })
    case 'commented':
      return t('{name} commented', { name })
    case 'edited':
      return t('{name} edited the text', { name })
    default:
      return t('{name} imported it', { name })
  }
}
