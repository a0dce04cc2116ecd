import { t } from '#/lib/message/t.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'

/** A statement as it is written down for people. */
export interface WrittenStatement {
  /** The words it is about. */
  quote: string
  /** Actors with their roles, themes with their stances, facts. */
  says: string
  by: string
  memos: readonly { by: string; text: string }[]
}

const RULE = '-'.repeat(72)

/** A document as a text file for people: its title, its text with a blank line between paragraphs, its statements in order. */
export function writtenCopy(title: string, text: string, statements: readonly WrittenStatement[]): string {
  const paragraphs = text.replaceAll(LINE_BREAK, '\n').split('\n').join('\n\n')
  const parts = [title, paragraphs, ...(statements.length > 0 ? [[t('Statements'), ...statements.map(writtenStatement)].join('\n\n')] : [])]
  return `${parts.join(`\n\n${RULE}\n\n`)}\n`
}

function writtenStatement({ quote, says, by, memos }: WrittenStatement): string {
  return [
    `“${quote.replace(/\s+/g, ' ')}”`,
    `${says} (${by})`,
    ...memos.map((memo) => t('Memo of {by}: {text}', { by: memo.by, text: memo.text })),
  ].join('\n')
}
