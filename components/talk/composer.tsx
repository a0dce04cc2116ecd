'use client'

import { type Ref, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { readDraft, useKeptDraft } from '#/components/ui/kept-drafts.ts'
import { typedMeanwhile } from '#/components/ui/typed-meanwhile.ts'
import { t } from '#/lib/message/t.ts'
import { modKey } from '../reader/mod-key.ts'
import { MentionField } from './mention-field.tsx'

interface ComposerProps {
  /** What it is for, and whose it is: under this name the draft is kept. */
  draftKey: string
  /** What stands in it before anything is typed; of a comment that is edited, its words. */
  start?: string
  label: string
  placeholder: string
  /** What the button says. */
  verb: string
  people: readonly { id: string; name: string }[]
  /** Answers whether it is kept by the server now. */
  onSend: (text: string) => Promise<{ ok: true } | { ok: false; reason: string }>
  onLeave: () => void
  /** Shows a button that gives up what was typed. */
  onCancel?: () => void
  ref?: Ref<HTMLTextAreaElement>
}

/** Where a comment is written. What is typed stays on this device until the server has it. */
export function Composer({ draftKey, start = '', label, placeholder, verb, people, onSend, onLeave, onCancel, ref }: ComposerProps) {
  const [draft, setDraft] = useKeptDraft(draftKey)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const text = draft ?? start
  const isTyped = text.trim() !== '' && text !== start

  const send = async () => {
    if (busy || !isTyped) return
    setBusy(true)
    const sent = await attempt(onSend(text))
    setBusy(false)
    setProblem(sent.ok ? undefined : sent.reason)
    if (!sent.ok) return
    const now = readDraft(draftKey)
    // An edit that went on is still an edit of the whole.
    setDraft(start === '' ? typedMeanwhile(now, text) : now === text ? null : now)
  }
  return (
    <div className="composer">
      <MentionField
        ref={ref}
        label={label}
        placeholder={placeholder}
        value={text}
        people={people}
        onChange={(typed) => setDraft(typed === start ? null : typed)}
        onSend={() => void send()}
        onLeave={onLeave}
      />
      {problem && (
        <p className="composer__problem" role="alert">
          {t('Not sent, and kept on this device. {problem}', { problem })}
        </p>
      )}
      {(isTyped || onCancel) && (
        <div className="composer__acts">
          {onCancel && (
            <Button
              look="quiet"
              onClick={() => {
                setDraft(null)
                onCancel()
              }}
            >
              {t('Cancel')}
            </Button>
          )}
          <Button look="primary" busy={busy} disabled={!isTyped} onClick={() => void send()}>
            {verb} <Kbd>{modKey()}↵</Kbd>
          </Button>
        </div>
      )}
    </div>
  )
}
