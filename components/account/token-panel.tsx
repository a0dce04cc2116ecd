'use client'

import { useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { CheckList } from '#/components/ui/check-list.tsx'
import { Select } from '#/components/ui/select.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { useFormSubmit } from '#/components/ui/use-form-submit.ts'
import { TOKEN_SCOPES, type TokenScope } from '#/lib/api/scopes.ts'
import { SCOPE_MEANINGS, SCOPE_NAMES, type ShownToken, TOKEN_DAYS, TOKEN_NAME_LENGTH, type TokenDays } from '#/lib/api/token-input.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { createToken, revokeToken } from '#/server/actions/tokens.ts'
import { NewToken } from './new-token.tsx'
import { TokenTable } from './token-table.tsx'

const NO_END = 'none'
const dayOptions = () =>
  TOKEN_DAYS.map((days) =>
    days === null ? { value: NO_END, label: t('Until revoked') } : { value: String(days), label: counted(days, 'day') },
  )

/** Makes tokens for a person's programs and lists those that are good. */
export function TokenPanel({ tokens, now }: { tokens: readonly ShownToken[]; now: number }) {
  const [made, setMade] = useState<{ id: string; token: string } | null>(null)
  const [problem, setProblem] = useState<string>()

  const { busy, submit } = useFormSubmit(async (data, form) => {
    const days = data.get('days') === NO_END ? null : (Number(data.get('days')) as TokenDays)
    const result = await attempt(createToken({ name: String(data.get('name')), scopes: data.getAll('scope') as TokenScope[], days }))
    const isNameless = String(data.get('name')).trim() === ''
    setProblem(!result.ok && isNameless ? result.reason : undefined)
    if (!result.ok && !isNameless) showToast(result.reason)
    if (!result.ok) return
    setMade(result)
    form.reset()
  })

  const revoke = async ({ id, name }: ShownToken) => {
    const result = await attempt(revokeToken(id))
    if (result.ok && made?.id === id) setMade(null)
    showToast(result.ok ? t('The token “{name}” does not work any more', { name }) : result.reason)
  }

  return (
    <>
      <form className="account__token" onSubmit={submit} noValidate>
        <div className="settings__inline settings__inline--narrow">
          <TextInput label={t('What it is for')} name="name" maxLength={TOKEN_NAME_LENGTH} autoComplete="off" error={problem} required />
          <Select label={t('Good for')} name="days" defaultValue="90" options={dayOptions()} />
          <Button look="primary" icon="key" type="submit" busy={busy}>
            {t('Create token')}
          </Button>
        </div>
        <CheckList
          legend={t('It may')}
          name="scope"
          items={TOKEN_SCOPES.map((scope) => ({
            value: scope,
            label: SCOPE_NAMES[scope],
            meaning: SCOPE_MEANINGS[scope],
            isChecked: scope === 'read',
          }))}
        />
      </form>
      {made && <NewToken key={made.id} token={made.token} />}
      {tokens.length > 0 && <TokenTable tokens={tokens} now={now} onRevoke={revoke} />}
      <p className="faint">
        {t('A token can do what is ticked, where your role in a workspace allows it. Programs send it to the address below.')}{' '}
        <a href="/api/v1/openapi.json">
          <bdi dir="ltr">/api/v1</bdi>
        </a>
      </p>
    </>
  )
}
