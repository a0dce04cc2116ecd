import { counted } from '#/lib/counted.ts'
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
  const changes = `your ${counted(kept, 'unsaved change')}`
  const stay = isStored ? `${kept === 1 ? 'is' : 'are'} kept on this device` : 'will be lost when this window is closed'
  const download = kept === 1 ? t('Download it') : t('Download them')
  const They = t('Your {changes} {value}', { changes: counted(kept, 'unsaved change'), value: kept === 1 ? t('belongs') : t('belong') })
  switch (cause) {
    case 'signed-out':
      return kept === 0
        ? t('You are signed out.')
        : `You are signed out; ${changes} ${stay}${isStored ? ' and sent when you sign in again' : ''}.`
    case 'outdated':
      return kept === 0 ? t('Interline was updated. Reload to go on.') : `Interline was updated. Reload to go on; ${changes} ${stay}.`
    case 'restored': {
      const happened = t('Interline was restored from a backup{value}.', {
        value: restoredFrom ? ` ${t('of {time}', { time: TIME.format(restoredFrom) })}` : '',
      })
      return kept === 0
        ? t('{happened} Reload to go on.', { happened })
        : t('{happened} {they} to the time before and cannot be merged. {download} to keep the words.', { happened, they: They, download })
    }
    case 'earlier':
      return t('{they} to an earlier version of Interline and cannot be merged. {download} to keep the words.', { they: They, download })
    case 'denied':
      return `A document was deleted, or is closed to you now; ${changes} to it ${stay}. ${download} to keep the words.`
    case 'differed':
      return t("Your copy of a document differed from the server's, so it was loaded anew. Your copy {value}: download it and compare.", {
        value: isStored ? t('is kept on this device') : t('is only in this window'),
      })
    case 'too-large':
      return `A change is too large to send; ${changes} ${stay}. Download your text and paste it in smaller parts.`
    case 'forbidden':
      return kept === 0
        ? t('The server takes no more changes from this window. Reload to go on.')
        : `The server takes no more changes from this window; ${changes} ${stay}. Reload to go on.`
    case 'refused':
      return t('{reason} {changes} {value} not taken and {stay}.', {
        reason: reason || t('The server did not take a change.'),
        changes: capital(changes),
        value: kept === 1 ? t('was') : t('were'),
        stay,
      })
  }
}

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
