import type { WholeActor, WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { nameGuid } from '#/lib/format/codebook/name-guid.ts'
import { codesXml } from '#/lib/format/codebook/qdc.ts'
import { xmlAttribute, xmlText } from '#/lib/format/codebook/xml-escape.ts'
import type { ExchangeProject } from '#/lib/format/project/exchange-project.ts'
import { VARIABLE_NAMES } from './describe-source.ts'

const ACTOR_KIND = 'Kind of actor'

/** Guid of a variable of ours. */
export const variableGuid = (name: string): string => nameGuid('variable', name)

/** The start of `project.qde`: everything before the sources. */
export function* projectHead({ workspace, codebook, people, exportedAt }: ExchangeProject): Generator<string> {
  const name = xmlAttribute(workspace.name)
  const origin = `Interline, codebook version ${codebook.version}`
  yield `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="${name}" origin="${origin}" creationDateTime="${dateTime(exportedAt)}">\n`
  if (people.length > 0)
    yield `<Users>${people.map((person) => `<User guid="${person.id}" name="${xmlAttribute(person.name)}"/>`).join('')}</Users>\n`
  yield '<CodeBook>'
  yield* codesXml(codebook)
  yield '</CodeBook>\n<Variables>'
  yield variable(ACTOR_KIND, 'Text')
  for (const [field, [own]] of Object.entries(VARIABLE_NAMES)) yield variable(own, field === 'publishedOn' ? 'Date' : 'Text')
  yield '</Variables>\n'
  yield* cases(codebook)
}

function variable(name: string, type: 'Text' | 'Date'): string {
  return `<Variable guid="${variableGuid(name)}" name="${name}" typeOfVariable="${type}"/>`
}

/** An attribute sheet for every actor: programs that read no descriptions of codes read these. */
function* cases({ actors, kinds }: WholeCodebook): Generator<string> {
  if (actors.length === 0) return
  const kindNames = new Map(kinds.map(({ slug, name }) => [slug, name]))
  yield '<Cases>\n'
  for (const actor of actors) yield actorCase(actor, kindNames.get(actor.kind) ?? actor.kind)
  yield '</Cases>\n'
}

function actorCase({ id, name, description }: WholeActor, kind: string): string {
  const described = description ? `<Description>${xmlText(description)}</Description>` : ''
  const value = `<VariableValue><VariableRef targetGUID="${variableGuid(ACTOR_KIND)}"/><TextValue>${xmlText(kind)}</TextValue></VariableValue>`
  return `<Case guid="${nameGuid('case', id)}" name="${xmlAttribute(name)}">${described}<CodeRef targetGUID="${id}"/>${value}</Case>\n`
}

/** A time as XML Schema writes it. @param at ms since 1970 */
export function dateTime(at: number): string {
  return new Date(at).toISOString()
}
