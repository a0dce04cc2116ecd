'use client'

import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { CheckList } from '#/components/ui/check-list.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { useFormSubmit } from '#/components/ui/use-form-submit.ts'
import { CHOSEN_EVENTS, type ChosenEvent } from '#/lib/api/webhook-events.ts'
import { EVENT_NAMES, type ShownWebhook } from '#/lib/api/webhook-input.ts'
import { t } from '#/lib/message/t.ts'
import { createWebhook } from '#/server/actions/webhooks.ts'
import { WebhookCard } from './webhook-card.tsx'

interface WebhookPanelProps {
  workspaceId: string
  webhooks: readonly ShownWebhook[]
  /** When the server drew it, ms since 1970. */
  now: number
}

/** Whom the workspace tells of what happens in it. For owners. */
export function WebhookPanel({ workspaceId, webhooks, now }: WebhookPanelProps) {
  const [problem, setProblem] = useState<string>()

  const { busy, submit } = useFormSubmit(async (data, form) => {
    const wanted = { url: String(data.get('url')).trim(), events: data.getAll('event') as ChosenEvent[] }
    const result = await attempt(createWebhook(workspaceId, wanted))
    setProblem(result.ok ? undefined : result.reason)
    if (!result.ok) return
    form.reset()
    showToast(t('The webhook is on'))
  })

  return (
    <>
      <p className="muted">
        {t('Other programs can be told, at an address of theirs, that something changed here. What it is they ask for with a token.')}
      </p>
      <form className="settings__webhook-form" onSubmit={submit} noValidate>
        <div className="settings__inline">
          <TextInput label={t('Address')} type="url" name="url" dir="ltr" placeholder="https://" autoComplete="off" error={problem} />
          <Button look="primary" icon="plus" type="submit" busy={busy}>
            {t('Add webhook')}
          </Button>
        </div>
        <CheckList
          legend={t('Tell it when')}
          name="event"
          items={CHOSEN_EVENTS.map((event) => ({ value: event, label: EVENT_NAMES[event], isChecked: true }))}
        />
      </form>
      {webhooks.map((webhook) => (
        <WebhookCard key={webhook.id} workspaceId={workspaceId} webhook={webhook} now={now} />
      ))}
    </>
  )
}
