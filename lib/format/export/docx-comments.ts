import { xmlAttribute } from '#/lib/format/codebook/xml-escape.ts'
import type { ExchangeDocument, ExchangeSource, ProjectWriter } from '#/lib/format/project/exchange-project.ts'
import { projectNames } from '#/lib/format/project/project-names.ts'
import { t } from '#/lib/message/t.ts'
import { messagesOf } from '#/lib/talk/thread.ts'
import type { TextBlock } from '#/lib/text/block.ts'
import { commentsPart, documentPart, packageParts, paragraph, run } from './docx-parts.ts'
import { type Standing, standing, statementLines } from './statement-words.ts'
import { zipStream } from './zip-stream.ts'

/**
 * The documents themselves for Word, each statement as a comment on its words, in the name of who made it; ranges may cross and go over
 * paragraphs (ECMA-376 part 1, 17.13.4). Comments are kept until the texts are written, a text at a time is.
 */
export const writeDocxComments: ProjectWriter = async function* (source) {
  const title = source.project.workspace.name
  const comments: string[] = []
  yield* zipStream(parts(source, title, comments))
}

async function* parts(source: ExchangeSource, title: string, comments: string[]) {
  yield documentPart(body(source, title, comments))
  // Only now they are all there.
  yield commentsPart(comments)
  yield* packageParts(title, { comments: true })
}

async function* body({ project, documents }: ExchangeSource, title: string, comments: string[]): AsyncGenerator<string> {
  const names = projectNames(project)
  yield paragraph(run(title), { style: 'Title' })
  for await (const document of documents()) {
    const rtl = document.direction === 'rtl'
    yield paragraph(run(document.title, { rtl }), { style: 'Heading1', rtl })
    const first = comments.length
    const statements = standing(document.statements)
    for (const statement of statements) {
      const { id, by, createdAt } = statement
      const said = document.threads
        .filter(({ annotationId }) => annotationId === id)
        .flatMap((thread) => messagesOf(thread).map((message) => `${names.person(message.by)}: ${message.text}`))
      comments.push(comment(comments.length, names.person(by), createdAt, [...statementLines(statement, names), ...said]))
    }
    yield* paragraphs(document, statements, first)
  }
}

function comment(id: number, author: string, at: number, lines: readonly string[]): string {
  const initials = author
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .join('')
  const said = (lines.length ? lines : [t('Tagged')]).map((line) => paragraph(run(line), { style: 'CommentText' })).join('')
  return `<w:comment w:id="${id}" w:author="${xmlAttribute(author)}" w:date="${new Date(at).toISOString()}" w:initials="${xmlAttribute(initials)}">${said}</w:comment>`
}

/** The blocks of a text with the marks where comments begin and end. @param first number of the first statement's comment */
function* paragraphs({ blocks, direction }: ExchangeDocument, statements: readonly Standing[], first: number): Generator<string> {
  const rtl = direction === 'rtl'
  const starts = statements.map((statement, i) => ({ at: statement.range.start, id: first + i })).sort((a, b) => a.at - b.at)
  const ends = statements.map((statement, i) => ({ at: statement.range.end, id: first + i })).sort((a, b) => a.at - b.at)
  let offset = 0
  let [begun, over] = [0, 0]
  /** Marks up to an offset. Beginnings first: a comment on nothing but a line end begins and ends in one place. */
  const marks = (until: number): string => {
    let xml = ''
    for (let start = starts[begun]; start && start.at <= until; start = starts[++begun]) xml += `<w:commentRangeStart w:id="${start.id}"/>`
    for (let end = ends[over]; end && end.at <= until; end = ends[++over])
      xml += `<w:commentRangeEnd w:id="${end.id}"/><w:r><w:commentReference w:id="${end.id}"/></w:r>`
    return xml
  }
  for (const block of blocks) {
    let content = ''
    for (const { text, bold, italic } of block.spans) {
      const end = offset + text.length
      while (offset < end) {
        content += marks(offset)
        const next = Math.min(end, starts[begun]?.at ?? end, ends[over]?.at ?? end)
        content += run(text.slice(text.length - (end - offset), text.length - (end - next)), { bold, italic, rtl })
        offset = next
      }
    }
    content += marks(offset)
    yield paragraph(bullet(block) + content, { ...styleOf(block), rtl })
    // The line end between blocks.
    offset++
  }
}

function styleOf({ type, level, indent }: TextBlock) {
  if (type === 'heading') return { style: `Heading${Math.min(6, (level ?? 1) + 1)}` }
  if (type === 'quote') return { style: 'Quote' }
  return type === 'listItem' ? { list: { indent: indent ?? 0 } } : {}
}

/** Numbers of lists are not part of the text, as here. */
const bullet = ({ type }: TextBlock) => (type === 'listItem' ? run('•\u00a0') : '')
