import { codePointOffsets } from '#/lib/annotation/code-points.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import type { ExchangeDocument, ProjectWriter } from '#/lib/format/project/exchange-project.ts'
import { type ProjectNames, projectNames } from '#/lib/format/project/project-names.ts'
import { standing, themesOf } from './statement-words.ts'

/**
 * JSON Lines as spaCy's training tools and Prodigy read them: a line per document, a span per actor and theme of a statement, in code
 * points. Spans may overlap (spaCy: `doc.spans`, not `doc.ents`); `statement` and the rest are keys of our own that both pass over.
 */
export const writeSpacy: ProjectWriter = async function* ({ project, documents }) {
  const names = projectNames(project)
  for await (const document of documents()) yield `${JSON.stringify(line(document, names))}\n`
}

function line(document: ExchangeDocument, names: ProjectNames) {
  const text = plainLines(document.text)
  const point = codePointOffsets(text)
  const { id: document_id, title, outlet, author, publishedOn: published_on, url, language, statements } = document
  const spans = standing(statements).flatMap((statement) => {
    const place = { start: point(statement.range.start), end: point(statement.range.end) }
    const about = { statement: statement.id, by: names.person(statement.by) }
    return [
      ...statement.actors.map(({ actorId, role }) => ({ ...place, label: names.actor(actorId), kind: 'actor', role, ...about })),
      ...themesOf(statement).map(({ themeId, stance }) => ({
        ...place,
        label: names.themePath(themeId).join(' > '),
        kind: 'theme',
        stance,
        ...about,
      })),
    ]
  })
  return { text, spans, meta: { document_id, title, outlet, author, published_on, url, language }, answer: 'accept' }
}
