'use client'

import { type FormEvent, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import type { Glyph } from '#/lib/codebook/actor-kinds.ts'
import { KIND_NAME_LIMIT } from '#/lib/codebook/check-kind.ts'
import { t } from '#/lib/message/t.ts'
import { addKind } from '#/server/actions/kinds.ts'
import { GlyphMenu } from './glyph-menu.tsx'

/** One more kind, at the end of the list. */
export function AddKind({ workspaceId, onAdded }: { workspaceId: string; onAdded: () => void }) {
  const [name, setName] = useState('')
  const [glyph, setGlyph] = useState<Glyph>('other')
  const [problem, setProblem] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const result = await attempt(addKind(workspaceId, { name, glyph }))
    setProblem(result.ok ? undefined : result.reason)
    if (!result.ok) return
    setName('')
    onAdded()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div className="kinds__row kinds__add">
        <GlyphMenu label={t('Shape of the new kind')} value={glyph} onChange={setGlyph} />
        <TextInput
          label={<span className="sr">{t('New kind')}</span>}
          placeholder={t('New kind')}
          value={name}
          maxLength={KIND_NAME_LIMIT}
          autoComplete="off"
          error={problem}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" icon="plus">
          {t('Add kind')}
        </Button>
      </div>
    </form>
  )
}
