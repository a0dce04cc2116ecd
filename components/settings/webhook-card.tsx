'use client'

import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { copyText } from '#/components/ui/copy-text.ts'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { deliveryProblemWords } from '#/lib/api/delivery-problem.ts'
import { DELIVERY_STATES, EVENT_NAMES, type ShownWebhook } from '#/lib/api/webhook-input.ts'
import { t } from '#/lib/message/t.ts'
import { deleteWebhook, pingWebhook, showWebhookSecret, switchWebhook } from '#/server/actions/webhooks.ts'

interface WebhookCardProps {
  workspaceId: string
  webhook: ShownWebhook
  /** When the server drew it, ms since 1970. */
  now: number
}

/** One webhook: whether it is on, what it was sent last, and what can be done with it. */
export function WebhookCard({ workspaceId, webhook, now }: WebhookCardProps) {
  const [busy, setBusy] = useState('')
  const { id, url, events, active, problem, deliveries } = webhook

  const run = async (what: string, action: Promise<{ ok: true } | { ok: false; reason: string }>, words: string) => {
    setBusy(what)
    const result = await attempt(action)
    setBusy('')
    showToast(result.ok ? words : result.reason)
  }
  const copy = async () => {
    setBusy('secret')
    const shown = await attempt(showWebhookSecret(workspaceId, id))
    setBusy('')
    if (!shown.ok) return showToast(shown.reason)
    const isCopied = await copyText(shown.secret)
    showToast(isCopied ? t('Secret copied') : t('The browser did not allow copying. Use another browser, or a page with https.'))
  }

  return (
    <article className="settings__webhook" aria-label={t('Webhook {url}', { url })}>
      <p className="settings__webhook-head">
        <bdi className="clip" dir="ltr">
          {url}
        </bdi>
        <span className="muted">{active ? t('On') : t('Off')}</span>
      </p>
      {problem && <p className="fieldset__error">{t(problem)}</p>}
      <p className="muted">{events.map((event) => EVENT_NAMES[event]).join(' · ')}</p>
      <div className="row">
        <Button
          busy={busy === 'ping'}
          disabled={!active}
          onClick={() => run('ping', pingWebhook(workspaceId, id), t('A test is on its way'))}
        >
          {t('Send a test')}
        </Button>
        <Button busy={busy === 'secret'} onClick={copy} icon="copy">
          {t('Copy secret')}
        </Button>
        <Button
          busy={busy === 'switch'}
          onClick={() => run('switch', switchWebhook(workspaceId, id, !active), active ? t('The webhook is off') : t('The webhook is on'))}
        >
          {active ? t('Switch off') : t('Switch on')}
        </Button>
        <Button
          look="quiet"
          busy={busy === 'remove'}
          onClick={() => run('remove', deleteWebhook(workspaceId, id), t('The webhook was removed'))}
        >
          {t('Remove')}
        </Button>
      </div>
      {deliveries.length > 0 && (
        <table className="grid" aria-label={t('Latest deliveries to {url}', { url })}>
          <thead>
            <tr>
              <th>{t('Delivery')}</th>
              <th>{t('When')}</th>
              <th>{t('Tries')}</th>
              <th>{t('State')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <tr key={delivery.id}>
                <td className="name">
                  <bdi dir="ltr">{delivery.event}</bdi>
                </td>
                <td className="muted num">
                  <TimeAgo at={delivery.createdAt} now={now} />
                </td>
                <td className="muted num">{delivery.tries}</td>
                <td className="muted">
                  {DELIVERY_STATES[delivery.state]}
                  {delivery.problem && <span className="faint"> {deliveryProblemWords(delivery)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  )
}
