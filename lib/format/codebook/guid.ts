import { isId } from '#/lib/id.ts'

/** A GUID as other programs write it (any case, perhaps in braces) as an id of ours; null when it is not made as UUIDs are. */
export function guidOf(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase()
  return isId(plain) ? plain : null
}
