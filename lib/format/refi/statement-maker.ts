import { captureQuote } from '#/lib/anchor/capture.ts'
import type { Book } from '#/lib/format/codebook/book.ts'
import { pathKey, pathsOf } from '#/lib/format/project/book-paths.ts'
import type { ForeignStatement, ForeignTag } from '#/lib/format/project/foreign-project.ts'
import { casesOfSelections } from './add-cases.ts'
import type { LostInProject } from './lost-in-project.ts'
import type { PlacedSelection } from './place-selections.ts'
import type { QdeFile } from './qde.ts'
import { parseStatement, type StatementFields } from './statement-fields.ts'

/** Makes a statement of a selection; null when it is left out. @param text the canonical text of its document */
export type StatementMaker = (selection: PlacedSelection, text: string, lost: LostInProject) => ForeignStatement | null

/** What the selections of a project become. */
export function statementMaker(file: QdeFile, book: Book): StatementMaker {
  const actors = pathsOf(book.actors)
  const themes = pathsOf(book.themes)
  const ofCases = casesOfSelections(file)
  const ofLinks = notesByLink(file)
  const codesOfCases = new Map(file.cases.map(({ guid, codes }) => [guid, codes]))
  const tagsOf = (code: string, fields: StatementFields | null): ForeignTag[] => {
    const actor = actors.get(code)
    if (actor) return actorTags(actor, fields)
    const theme = themes.get(code)
    if (theme) return [themeTag(theme, fields)]
    // Codings may name the case instead of the code it stands for.
    return (codesOfCases.get(code) ?? []).filter((own) => own !== code && !codesOfCases.has(own)).flatMap((own) => tagsOf(own, fields))
  }
  return (selection, text, lost) => {
    const { range, description } = selection
    if (!range) {
      lost.count('misplaced')
      return null
    }
    const { memo, fields } = parseStatement(description)
    const codes = [...new Set([...selection.codes, ...(ofCases.get(selection.guid) ?? [])])]
    const tags = codes.flatMap((code) => {
      const own = tagsOf(code, fields)
      if (own.length === 0) lost.count('missing-code')
      return own
    })
    const notes = [...selection.notes, ...(ofLinks.get(selection.guid) ?? [])].map((guid) => (file.notes.get(guid) ?? '').trim())
    const memos = [memo, ...notes.filter((note) => note && !memo.includes(note))].filter(Boolean).join('\n\n')
    if (tags.length === 0 && memos === '' && Object.keys(fields?.facts ?? {}).length === 0) {
      lost.count('empty')
      return null
    }
    const { prefix, suffix } = captureQuote(text, range.start, range.end)
    const at = Date.parse(selection.createdAt)
    return {
      range,
      quote: text.slice(range.start, range.end),
      prefix,
      suffix,
      tags,
      facts: fields?.facts ?? {},
      memo: memos,
      by: file.users.get(selection.user) ?? '',
      ...(Number.isFinite(at) && at > 0 && { at }),
    }
  }
}

function actorTags(path: readonly string[], fields: StatementFields | null): ForeignTag[] {
  const own = fields?.roles.filter((said) => pathKey(said.path) === pathKey(path)) ?? []
  return own.length > 0 ? own.map(({ role }) => ({ kind: 'actor', path, role })) : [{ kind: 'actor', path, role: null }]
}

function themeTag(path: readonly string[], fields: StatementFields | null): ForeignTag {
  const said = fields?.stances.find((one) => pathKey(one.path) === pathKey(path))
  // What we wrote says every stance there is.
  return { kind: 'theme', path, stance: said?.stance ?? (fields ? 'none' : null) }
}

/** Notes by the selection they hang on: some programs write a link from the note to it. */
function notesByLink({ links, notes }: QdeFile): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { origin, target } of links)
    for (const [note, other] of [
      [origin, target],
      [target, origin],
    ] as const)
      if (notes.has(note)) found.set(other, [...(found.get(other) ?? []), note])
  return found
}
