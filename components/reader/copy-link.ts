import { copyText } from '#/components/ui/copy-text.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'

/** Puts an address on the clipboard and says so; where the browser does not let us, shows it. */
export async function copyLink(address: string, done: string): Promise<void> {
  showToast((await copyText(address)) ? done : t('The browser did not allow copying. The link is {address}', { address }))
}
