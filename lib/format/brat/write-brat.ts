import { codePointOffsets } from '#/lib/annotation/code-points.ts'
import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { memoOf, type Standing, standing, themesOf } from '#/lib/format/export/statement-words.ts'
import { zipStream } from '#/lib/format/export/zip-stream.ts'
import type { ExchangeDocument, ExchangeSource, ProjectWriter } from '#/lib/format/project/exchange-project.ts'
import { type ProjectNames, projectNames } from '#/lib/format/project/project-names.ts'
import { ANALYST_NOTE, BratTypes, STATEMENT_NOTE } from './brat-types.ts'

/**
 * brat standoff (brat.nlplab.org/standoff.html) in a ZIP archive: a .txt and an .ann per document, and what brat needs to show them.
 * A text-bound annotation per actor and theme of a statement, cut at line ends as brat wants it, in code points; a relation from each
 * source to each theme, named by the stance. Notes say which of them are one statement.
 */
export const writeBrat: ProjectWriter = (source) => zipStream(files(source))

async function* files({ project, documents }: ExchangeSource) {
  const names = projectNames(project)
  const types = new BratTypes()
  let number = 0
  for await (const document of documents()) {
    const path = `${String(++number).padStart(4, '0')}-${slug(document.title)}`
    yield { path: `${path}.txt`, chunks: [plainLines(document.text)] }
    yield { path: `${path}.ann`, chunks: annotations(document, names, types) }
  }
  yield { path: 'annotation.conf', chunks: [annotationConf(types)] }
  yield { path: 'visual.conf', chunks: [visualConf(types)] }
}

/** The lines of a document's .ann file. */
function* annotations(document: ExchangeDocument, names: ProjectNames, types: BratTypes): Generator<string> {
  const text = plainLines(document.text)
  const point = codePointOffsets(text)
  const last = { T: 0, R: 0, A: 0, '#': 0 }
  const id = (sort: keyof typeof last) => `${sort}${++last[sort]}`
  for (const [i, statement] of standing(document.statements).entries()) {
    const { actors, facts, by } = statement
    const place = placed(text, statement, point)
    if (place === null) continue
    const tag = (type: string) => {
      const made = id('T')
      return { id: made, line: `${made}\t${type} ${place}\n` }
    }
    const speakers = actors.map((actor) => ({ ...actor, ...tag(types.of('actor', actor.actorId, names.actor(actor.actorId))) }))
    const themes = themesOf(statement).map((theme) => ({
      ...theme,
      ...tag(types.of('theme', theme.themeId, names.themePath(theme.themeId).join(' > '))),
    }))
    const tags = speakers.length + themes.length > 0 ? [...speakers, ...themes] : [tag(STATEMENT_NOTE)]
    let lines = tags.map(({ line }) => line).join('')
    for (const speaker of speakers) lines += `${id('A')}\tRole ${speaker.id} ${speaker.role}\n`
    for (const speaker of speakers)
      if (speaker.role === 'source')
        for (const theme of themes) lines += `${id('R')}\t${theme.stance} Arg1:${speaker.id} Arg2:${theme.id}\n`
    const [first] = tags
    if (first && facts.status) lines += `${id('A')}\tStatus ${first.id} ${facts.status}\n`
    if (first && facts.certainty) lines += `${id('A')}\tCertainty ${first.id} ${facts.certainty}\n`
    for (const each of tags) lines += `${id('#')}\t${STATEMENT_NOTE} ${each.id}\t${i + 1}\n`
    if (first) lines += `${id('#')}\t${ANALYST_NOTE} ${first.id}\t${oneLine(names.person(by))}\n`
    const memo = memoOf(statement)
    if (first && memo) lines += `${id('#')}\tAnnotatorNotes ${first.id}\t${oneLine(memo)}\n`
    yield lines
  }
}

/** "start end;start end<TAB>words", a stretch per line of the text, in code points; null for nothing but line ends, which brat has no place for. */
function placed(text: string, { range }: Standing, point: (offset: number) => number): string | null {
  const stretches: { start: number; end: number }[] = []
  let start = range.start
  for (const line of text.slice(range.start, range.end).split('\n')) {
    if (line !== '') stretches.push({ start, end: start + line.length })
    start += line.length + 1
  }
  if (stretches.length === 0) return null
  const places = stretches.map(({ start: from, end }) => `${point(from)} ${point(end)}`).join(';')
  return `${places}\t${stretches.map(({ start: from, end }) => text.slice(from, end)).join(' ')}`
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' / ').replace(/\s+/g, ' ')

function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'document'
}

function annotationConf(types: BratTypes): string {
  const values = (list: readonly string[]) => list.join('|')
  return `[entities]\n${[...types.list().map(({ type }) => type), STATEMENT_NOTE].join('\n')}\n\n[relations]\n${STANCES.map((stance) => `${stance} Arg1:<ENTITY>, Arg2:<ENTITY>`).join('\n')}\n<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\nRole Arg:<ENTITY>, Value:${values(ROLES_IN_STATEMENT)}\nStatus Arg:<ENTITY>, Value:${values(STATUSES)}\nCertainty Arg:<ENTITY>, Value:${values(CERTAINTIES)}\n`
}

function visualConf(types: BratTypes): string {
  const labels = types.list().map(({ type, label }) => `${type} | ${label.replace(/[|\n]/g, '/')}`)
  return `[labels]\n${labels.join('\n')}\n\n[drawing]\n`
}
