import { nameKey } from '#/lib/codebook/clean-name.ts'
import type { BookActor, BookTheme } from '#/lib/format/codebook/book.ts'
import { pathsOf } from '#/lib/format/project/book-paths.ts'
import { idOf, type SqliteFile, textOf } from '#/lib/format/sqlite/sqlite-file.ts'
import type { DnaVariable } from './variables.ts'

/** The entities of a database as entries of a codebook. */
export interface DnaEntities {
  actors: BookActor[]
  themes: BookTheme[]
  /** Names from the top of a tree to each entity, by its id. */
  paths: Map<string, string[]>
}

/** Entities of variables of short text; those without a name are none. A person and an organization of one name are one actor. */
export function entitiesOf(file: SqliteFile, variables: ReadonlyMap<string, DnaVariable>): DnaEntities {
  const descriptions = descriptionsIn(file)
  const found: DnaEntities = { actors: [], themes: [], paths: new Map() }
  const actors = new Map<string, string>()
  const double = new Map<string, string>()
  const rows = [...file.rows('entities', ['id', 'variableid', 'value', 'childof'])].map((row) => ({
    key: idOf(row.id),
    variable: variables.get(idOf(row.variableid)),
    name: textOf(row.value).trim(),
    parentKey: idOf(row.childof),
  }))
  const known = new Map(rows.filter(({ name, variable }) => name && variable).map((row) => [row.key, row]))
  for (const { key, name, variable, parentKey } of known.values()) {
    const parent = known.get(parentKey)
    // What is above is of the same variable.
    const above = parent && parent.variable === variable && parent.key !== key ? parent.key : null
    const described = descriptions.get(key)
    if (variable?.sort === 'actor') {
      const same = actors.get(nameKey(name))
      if (same !== undefined) double.set(key, same)
      else {
        actors.set(nameKey(name), key)
        found.actors.push({ key, id: null, name, parentKey: above, ...(described && { description: described }) })
      }
    } else found.themes.push({ key, id: null, name, parentKey: above, ...(described && { definition: described }) })
  }
  for (const actor of found.actors) actor.parentKey = double.get(actor.parentKey ?? '') ?? actor.parentKey
  found.paths = new Map([...pathsOf(found.actors), ...pathsOf(found.themes)])
  for (const [key, same] of double) found.paths.set(key, found.paths.get(same) as string[])
  return found
}

/** What attributes say of entities, a line each. */
function descriptionsIn(file: SqliteFile): Map<string, string> {
  const names = new Map(
    [...file.rows('attributevariables', ['id', 'attributevariable'])].map((row) => [idOf(row.id), textOf(row.attributevariable)]),
  )
  const lines = new Map<string, string[]>()
  for (const row of file.rows('attributevalues', ['entityid', 'attributevariableid', 'attributevalue'])) {
    const value = textOf(row.attributevalue).trim()
    const name = names.get(idOf(row.attributevariableid))
    if (value && name) lines.set(idOf(row.entityid), [...(lines.get(idOf(row.entityid)) ?? []), `${name}: ${value}`])
  }
  return new Map([...lines].map(([key, said]) => [key, said.join('\n')]))
}
