import { plainLines } from '#/lib/excerpt/citation.ts'
import type { ExchangeDocument, ExchangeSource, ProjectWriter } from '#/lib/format/project/exchange-project.ts'
import { type ProjectNames, projectNames } from '#/lib/format/project/project-names.ts'
import { memoOf, type Standing, standing, themesOf } from './statement-words.ts'
import { zipStream } from './zip-stream.ts'

/** The types of our annotations (UIMA type system): features by type, with their range. */
const TYPES = {
  Statement: {
    analyst: 'String',
    createdAt: 'String',
    status: 'String',
    certainty: 'String',
    eventDate: 'String',
    place: 'String',
    memo: 'String',
  },
  Actor: { statement: 'interline.Statement', name: 'String', kind: 'String', role: 'String' },
  Theme: { statement: 'interline.Statement', path: 'String', stance: 'String' },
} as const

/**
 * UIMA CAS JSON 0.4 (apache/uima-uimaj-io-jsoncas), a file per document in a ZIP archive, each with the type system. A Statement per
 * statement, an Actor and a Theme per tag that refer to it; offsets are UTF-16 units, as Java counts.
 */
export const writeCasJson: ProjectWriter = (source) => zipStream(files(source))

async function* files({ project, documents }: ExchangeSource) {
  const names = projectNames(project)
  let number = 0
  for await (const document of documents()) {
    const path = `${String(++number).padStart(4, '0')}-${document.id}.json`
    yield { path, chunks: [JSON.stringify(cas(document, names))] }
  }
}

function cas(document: ExchangeDocument, names: ProjectNames) {
  const text = plainLines(document.text)
  const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text }
  const about = {
    '%ID': 2,
    '%TYPE': 'uima.tcas.DocumentAnnotation',
    '@sofa': 1,
    begin: 0,
    end: text.length,
    language: document.language === 'und' ? 'x-unspecified' : document.language,
  }
  const structures: { '%ID': number }[] = [sofa, about]
  for (const statement of standing(document.statements)) structures.push(...features(statement, structures.length + 1, names))
  const members = structures.slice(1).map((structure) => structure['%ID'])
  return {
    '%TYPES': typeSystem(),
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': members } },
  }
}

/** A statement and its tags. @param id of the statement; its tags take the next */
function features(statement: Standing, id: number, names: ProjectNames): { '%ID': number }[] {
  const place = { '@sofa': 1, begin: statement.range.start, end: statement.range.end }
  const { status, certainty, date, place: where } = statement.facts
  const told = {
    analyst: names.person(statement.by),
    createdAt: new Date(statement.createdAt).toISOString(),
    ...(status && { status }),
    ...(certainty && { certainty }),
    ...(date && { eventDate: date.edtf }),
    ...(where?.name && { place: where.name }),
    ...(memoOf(statement) && { memo: memoOf(statement) }),
  }
  const tags = [
    ...statement.actors.map(({ actorId, role }) => ({
      '%TYPE': 'interline.Actor',
      name: names.actor(actorId),
      kind: names.kind(actorId),
      role,
    })),
    ...themesOf(statement).map(({ themeId, stance }) => ({
      '%TYPE': 'interline.Theme',
      path: names.themePath(themeId).join(' > '),
      stance,
    })),
  ]
  return [
    { '%ID': id, '%TYPE': 'interline.Statement', ...place, ...told } as { '%ID': number },
    ...tags.map(({ '%TYPE': type, ...tag }, i) => ({ '%ID': id + 1 + i, '%TYPE': type, ...place, '@statement': id, ...tag })),
  ]
}

function typeSystem() {
  const range = (name: string) => (name.includes('.') ? name : `uima.cas.${name}`)
  const feature = ([name, type]: [string, string]) => [name, { '%NAME': name, '%RANGE': range(type) }]
  return Object.fromEntries(
    Object.entries(TYPES).map(([name, features]) => [
      `interline.${name}`,
      { '%NAME': `interline.${name}`, '%SUPER_TYPE': 'uima.tcas.Annotation', ...Object.fromEntries(Object.entries(features).map(feature)) },
    ]),
  )
}
