import { codePointOffsets } from '#/lib/annotation/code-points.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { memoOf, type Standing, standing, themesOf } from '#/lib/format/export/statement-words.ts'
import type { ExchangeDocument, ProjectWriter } from '#/lib/format/project/exchange-project.ts'
import { type ProjectNames, projectNames } from '#/lib/format/project/project-names.ts'

/**
 * Label Studio tasks (labelstud.io/guide/export), one per document, with one annotation each. Of a statement a region per actor (control
 * `actor`) and theme (control `theme`), offsets in code points as since 2022; what the labels do not hold stands in `meta` of the region.
 */
export const writeLabelStudio: ProjectWriter = async function* ({ project, documents }) {
  const names = projectNames(project)
  yield '['
  let number = 0
  for await (const document of documents()) yield `${number > 0 ? ',\n' : '\n'}${JSON.stringify(task(document, names, ++number))}`
  yield '\n]\n'
}

function task(document: ExchangeDocument, names: ProjectNames, number: number) {
  const text = plainLines(document.text)
  const point = codePointOffsets(text)
  const statements = standing(document.statements)
  const { id: document_id, title, outlet, author, publishedOn, url, language } = document
  return {
    id: number,
    data: { text, title, document_id, outlet, author, published_on: publishedOn, url, language },
    annotations: [
      {
        id: number,
        was_cancelled: false,
        ground_truth: false,
        result: statements.flatMap((statement) => regions(statement, text, point, names)),
      },
    ],
    predictions: [],
  }
}

function regions(statement: Standing, text: string, point: (offset: number) => number, names: ProjectNames): object[] {
  const { id, range, actors, by, createdAt, facts } = statement
  const place = { start: point(range.start), end: point(range.end), text: text.slice(range.start, range.end) }
  const meta = { statement: id, by: names.person(by), at: new Date(createdAt).toISOString() }
  const { status, certainty, date, place: where } = facts
  const event = {
    ...(status && { status }),
    ...(certainty && { certainty }),
    ...(date && { date: date.edtf }),
    ...(where?.name && { place: where.name }),
  }
  const region = (control: 'actor' | 'theme' | 'statement', key: string, label: string, more: object) => ({
    id: `${id}-${key}`,
    from_name: control,
    to_name: 'text',
    type: 'labels',
    value: { ...place, labels: [label] },
    meta: { ...meta, ...event, ...more },
  })
  const tags = [
    ...actors.map(({ actorId, role }) => region('actor', `${actorId}-${role}`, names.actor(actorId), { role, text: [role] })),
    ...themesOf(statement).map(({ themeId, stance }) =>
      region('theme', themeId, names.themePath(themeId).join(' > '), { stance, text: [stance] }),
    ),
  ]
  const all = tags.length > 0 ? tags : [region('statement', 'statement', 'Statement', {})]
  const memo = memoOf(statement)
  const [first] = all
  return [
    ...all,
    ...(memo && first ? [{ id: first.id, from_name: 'memo', to_name: 'text', type: 'textarea', value: { ...place, text: [memo] } }] : []),
  ]
}
