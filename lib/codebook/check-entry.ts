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
      return { field: 'parent', reason: t('The {noun} above was deleted meanwhile. Choose another.', { noun }) }
    if (wouldCycle(among, id, parentId))
      return { field: 'parent', reason: t('{noun} cannot be placed under itself or an entry below it.', { noun: an(noun) }) }
  }
  if (hue !== undefined && hue !== null && !(Number.isInteger(hue) && hue >= 1 && hue <= HUES))
    return { field: 'hue', reason: t('Choose one of the {hues} colours.', { hues: HUES }) }
  if (text !== undefined && text.length > DESCRIPTION_LIMIT)
    return { field: 'description', reason: `Shorten the text to ${DESCRIPTION_LIMIT} characters; it has ${text.length}.` }
  return undefined
}

function checkName(noun: 'actor' | 'theme', rivals: readonly Entry[], id: string, typed: string): EntryProblem | undefined {
  const name = cleanName(typed)
  if (!name) return { field: 'name', reason: t('Give the {noun} a name.', { noun }) }
  if (name.length > NAME_LIMIT) return { field: 'name', reason: `Shorten the name to ${NAME_LIMIT} characters; it has ${name.length}.` }
  const key = nameKey(name)
  const rival = rivals.find((entry) => entry.id !== id && nameKey(entry.name) === key)
  if (!rival) return undefined
  const where = noun === 'theme' && rival.parentId !== null ? ' here' : ''
  return {
    field: 'name',
    reason: t('{noun} named “{rival}” already exists{where}.', { noun: an(noun), rival: rival.name, where }),
    existingId: rival.id,
  }
}

const an = (noun: 'actor' | 'theme'): string => (noun === 'actor' ? 'An actor' : 'A theme')
