import { t } from '#/lib/message/t.ts'
import { cleanName, DESCRIPTION_LIMIT, NAME_LIMIT, nameKey } from './clean-name.ts'
import { HUES } from './theme-hue.ts'
import { type Nested, wouldCycle } from './theme-tree.ts'

/** Why an entry of the codebook cannot be as asked, in a sentence. */
export interface EntryProblem {
  field: 'name' | 'parent' | 'hue' | 'description' | 'kind' | 'aliases'
  reason: string
  /** The entry that already has the name. */
  existingId?: string
}

interface Entry extends Nested {
  name: string
}

/**
 * Checks the fields of an actor or theme that are about to be written; undefined when all is well.
 * @param among live entries of the same kind
 * @param rivals the entries whose names must differ: all actors, or the themes under the same parent
 * @param fields only what is being written
 */
export function checkEntry(
  noun: 'actor' | 'theme',
  among: readonly Entry[],
  rivals: readonly Entry[],
  id: string,
  fields: { name?: string; parentId?: string | null; hue?: number | null; text?: string },
): EntryProblem | undefined {
  const { name, parentId, hue, text } = fields
  if (name !== undefined) {
    const problem = checkName(noun, rivals, id, name)
    if (problem) return problem
  }
  if (parentId !== undefined && parentId !== null) {
    if (!among.some((entry) => entry.id === parentId))
      return {
        field: 'parent',
        reason:
          noun === 'actor'
            ? t('The actor above was deleted meanwhile. Choose another.')
            : t('The theme above was deleted meanwhile. Choose another.'),
      }
    if (wouldCycle(among, id, parentId))
      return {
        field: 'parent',
        reason:
          noun === 'actor'
            ? t('An actor cannot be placed under itself or an entry below it.')
            : t('A theme cannot be placed under itself or an entry below it.'),
      }
  }
  if (hue !== undefined && hue !== null && !(Number.isInteger(hue) && hue >= 1 && hue <= HUES))
    return { field: 'hue', reason: t('Choose one of the {hues} colours.', { hues: HUES }) }
  if (text !== undefined && text.length > DESCRIPTION_LIMIT)
    return {
      field: 'description',
      reason: t('Shorten the text to {limit} characters; it has {length}.', { limit: DESCRIPTION_LIMIT, length: text.length }),
    }
  return undefined
}

function checkName(noun: 'actor' | 'theme', rivals: readonly Entry[], id: string, typed: string): EntryProblem | undefined {
  const name = cleanName(typed)
  if (!name) return { field: 'name', reason: noun === 'actor' ? t('Give the actor a name.') : t('Give the theme a name.') }
  if (name.length > NAME_LIMIT)
    return {
      field: 'name',
      reason: t('Shorten the name to {limit} characters; it has {length}.', { limit: NAME_LIMIT, length: name.length }),
    }
  const key = nameKey(name)
  const rival = rivals.find((entry) => entry.id !== id && nameKey(entry.name) === key)
  if (!rival) return undefined
  return {
    field: 'name',
    reason: taken(noun, rival),
    existingId: rival.id,
  }
}

function taken(noun: 'actor' | 'theme', { name, parentId }: { name: string; parentId: string | null }): string {
  if (noun === 'actor') return t('An actor named “{name}” already exists.', { name })
  return parentId === null
    ? t('A theme named “{name}” already exists.', { name })
    : t('A theme named “{name}” already exists here.', { name })
}
