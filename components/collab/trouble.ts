import { dateWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { StopCause } from './connection.ts'

/**
 * Why work was not taken. Beside the reasons for which the server stops a page: `refused`, it did not take a change of a
 * room; `denied`, a room is closed to the person; `differed`, a copy was not what the server has; `earlier`, the device kept
 * it from a version of Interline whose texts cannot be merged any more.
 */
export type TroubleCause = StopCause | 'refused' | 'denied' | 'differed' | 'earlier'

export interface Trouble {
  cause: TroubleCause
  /** What the server said of a refused change, a sentence. */
  reason?: string | null
  /** With `restored`: when the backup was made, ms since 1970. */
  restoredFrom?: number | null
}

/** What helps: signing in, reloading the page, or putting the refused changes aside and reloading. */
export type Remedy = 'sign-in' | 'reload' | 'set-aside'

const REMEDIES: Partial<Record<TroubleCause, Remedy>> = {
  'signed-out': 'sign-in',
  forbidden: 'reload',
  'too-large': 'reload',
  outdated: 'reload',
  restored: 'reload',
  refused: 'set-aside',
}

/** What helps in a tab that is open; nothing does for what was put aside. */
export function remedyOf(cause: TroubleCause): Remedy | undefined {
  return REMEDIES[cause]
}

/**
 * What happened, what was kept and what to do, in a sentence or two.
 *
 * @param kept changes that only this device has
 * @param isStored the device will still have them when this window is closed
 */
export function troubleText({ cause, reason, restoredFrom }: Trouble, kept: number, isStored: boolean): string {
  const stay = isStored
    ? t('{kept, plural, one {Your # unsaved change is kept on this device.} other {Your # unsaved changes are kept on this device.}}', {
        kept,
      })
    : t(
        '{kept, plural, one {Your # unsaved change will be lost when this window is closed.} other {Your # unsaved changes will be lost when this window is closed.}}',
        { kept },
      )
  const download = t('{kept, plural, one {Download it to keep the words.} other {Download them to keep the words.}}', { kept })
  const say = (...sentences: string[]) => sentences.join(' ')
  const told = (...sentences: string[]) => say(...(kept === 0 ? sentences : [...sentences, stay]))
  switch (cause) {
    case 'signed-out':
      return say(told(t('You are signed out.')), ...(kept > 0 && isStored ? [t('It is sent when you sign in again.')] : []))
    case 'outdated':
      return told(t('Interline was updated. Reload to go on.'))
    case 'restored': {
      const happened = restoredFrom
        ? t('Interline was restored from a backup of {time}.', { time: dateWords(restoredFrom, { dateStyle: 'long', timeStyle: 'short' }) })
        : t('Interline was restored from a backup.')
      return kept === 0
        ? say(happened, t('Reload to go on.'))
        : say(
            happened,
            t(
              '{kept, plural, one {Your # unsaved change belongs to the time before and cannot be merged.} other {Your # unsaved changes belong to the time before and cannot be merged.}}',
              { kept },
            ),
            download,
          )
    }
    case 'earlier':
      return say(
        t(
          '{kept, plural, one {Your # unsaved change belongs to an earlier version of Interline and cannot be merged.} other {Your # unsaved changes belong to an earlier version of Interline and cannot be merged.}}',
          { kept },
        ),
        download,
      )
    case 'denied':
      return say(t('A document was deleted, or is closed to you now.'), stay, download)
    case 'differed':
      return say(
        t("Your copy of a document differed from the server's, so it was loaded anew."),
        isStored
          ? t('Your copy is kept on this device: download it and compare.')
          : t('Your copy is only in this window: download it and compare.'),
      )
    case 'too-large':
      return say(t('A change is too large to send.'), stay, t('Download your text and paste it in smaller parts.'))
    case 'forbidden':
      return told(t('The server takes no more changes from this window. Reload to go on.'))
    case 'refused':
      return say(...(reason ? [reason] : []), t('The server did not take a change.'), stay)
  }
}
