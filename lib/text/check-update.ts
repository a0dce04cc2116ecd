import * as Y from 'yjs'
import { can, type MemberRole } from '#/lib/access/roles.ts'
import { liveAliases } from '#/lib/anchor/alias.ts'
import { isOwnEntry, parseAlias } from '#/lib/anchor/alias-entry.ts'
import { Bodies } from '#/lib/anchor/bodies.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { said } from '#/lib/message/said.ts'
import { BLOCK_FORMAT, isBlockCode } from '#/lib/text/block-code.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'
import { inspectUpdate, type Refusal, type UpdateWrite } from '#/lib/text/inspect-update.ts'
import { linkTarget } from '#/lib/text/link-target.ts'

/** Largest change of a text taken in one message, in bytes. */
const TEXT_UPDATE_BYTES = 2 * 1024 * 1024

/**
 * Whether a member may apply this Yjs update to a text, without applying it: words, known formats and the alias log only,
 * and the first opener stays first. Updates the server makes itself need no check.
 *
 * `clientOwner` names the user a Yjs client id was first seen from. `newClients` are ids to remember as this user's.
 */
export function checkTextUpdate(
  text: Y.Doc,
  update: Uint8Array,
  who: { userId: string; role: MemberRole },
  clientOwner: (clientId: number) => string | undefined,
): { ok: true; newClients: number[] } | Refusal {
  const inspected = inspectUpdate(text, update, who.userId, clientOwner, TEXT_UPDATE_BYTES)
  if (!inspected.ok) return inspected
  const { writes, deletes, newClients } = inspected
  if (writes.length + deletes.length > 0 && !can(who.role, 'edit-text')) return no(said('You may read this text, not change it.'))
  const opener = firstCharacter(text.getText(TEXT_NAME))
  const records = new NewRecords(text)
  for (const write of writes) {
    const reason =
      write.root === TEXT_NAME
        ? checkWords(write, opener)
        : write.root === ALIAS_NAME
          ? records.check(write)
          : said('The change is no part of a text.')
    if (reason) return no(reason)
  }
  const rewritten = new Set(writes.map((write) => write.key))
  for (const { root, key, item, offset } of deletes) {
    if (item === opener && offset === 0) return no(said('The first paragraph mark of a text cannot be removed.'))
    if (root === ALIAS_NAME && !rewritten.has(key)) return no(said('The record of moved words cannot be removed.'))
    if (root !== TEXT_NAME && root !== ALIAS_NAME) return no(said('The change is no part of a text.'))
  }
  return { ok: true, newClients }
}

function no(reason: string): Refusal {
  return { ok: false, reason }
}

function checkWords({ key, item }: UpdateWrite, opener: Y.Item | null): string | null {
  const { content } = item
  if (key !== null) return said('The change is no part of a text.')
  if (content instanceof Y.ContentDeleted) return null
  if (content instanceof Y.ContentFormat)
    return isFormat(content.key, content.value) ? null : said('The change holds a format that texts do not have.')
  if (!(content instanceof Y.ContentString)) return said('The change holds something that is no text.')
  return opener && item.origin === null ? said('Nothing can stand before the first paragraph mark of a text.') : null
}

function isFormat(name: string, value: unknown): boolean {
  if (name === BLOCK_FORMAT) return isBlockCode(value)
  if (name === 'bold' || name === 'italic') return value === null || value === true
  return name === 'link' && (value === null || linkTarget(value) === value)
}

/** Checks the entries that an update adds to the alias log. */
class NewRecords {
  readonly #alias: Y.Map<unknown>
  readonly #added = new Bodies()

  constructor(text: Y.Doc) {
    this.#alias = text.getMap(ALIAS_NAME)
  }

  check({ key, item, known }: UpdateWrite): string | null {
    const { content } = item
    if (content instanceof Y.ContentDeleted) return null
    const { client, clock } = item.id
    const sound =
      key !== null &&
      content instanceof Y.ContentAny &&
      content.arr.slice(known).every((value, i) => isOwnEntry(key, value, [client, clock + known + i]) && this.#isFirst(key, value))
    return sound ? null : said('The change holds a broken record of moved words.')
  }

  /**
   * A character is created for one other and no more. With that the log is no longer than the words its authors wrote, and
   * following a character takes no longer however it was forged.
   */
  #isFirst(key: string, value: unknown): boolean {
    const entry = parseAlias(key, value)
    if (!entry) return true
    const run: IdRun = [entry.toClient, entry.toClock, entry.length]
    if (this.#added.tellsOf(run) || liveAliases(this.#alias).bodies.tellsOf(run)) return false
    this.#added.set(key, entry)
    return true
  }
}

/** The item that holds the first visible character. */
function firstCharacter(text: Y.Text): Y.Item | null {
  let item = text._start
  while (item && (item.deleted || !item.countable)) item = item.right
  return item
}
