'use client'

import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Select } from '#/components/ui/select.tsx'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import { KIND_NAME_LIMIT } from '#/lib/codebook/check-kind.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { CommittedField } from './committed-field.tsx'
import { GlyphMenu } from './glyph-menu.tsx'

interface KindRowProps {
  kind: ActorKind
  others: readonly ActorKind[]
  /** Actors of this kind. */
  uses: number
  /** Each of these saves; answers what is wrong, if anything. */
  onChange: (change: Partial<Omit<ActorKind, 'slug'>>) => Promise<string | undefined>
  onDelete: (moveTo: string | null) => Promise<string | undefined>
  /** null: it is the first, or the last. */
  onUp: (() => void) | null
  onDown: (() => void) | null
}

/** One kind: its shape, its name, how many actors are one, its place in the list. */
export function KindRow({ kind, others, uses, onChange, onDelete, onUp, onDown }: KindRowProps) {
  const [deleting, setDeleting] = useState(false)
  const [problem, setProblem] = useState<string>()
  const change = async (changes: Partial<Omit<ActorKind, 'slug'>>) => setProblem(await onChange(changes))
  const remove = async (moveTo: string | null) => setProblem(await onDelete(moveTo))
  return (
    <li className="kinds__row">
      <GlyphMenu label={t('Shape of {kind}', { kind: kind.name })} value={kind.glyph} onChange={(glyph) => void change({ glyph })} />
      <CommittedField
        label={t('Name of {kind}', { kind: kind.name })}
        hidesLabel
        value={kind.name}
        maxLength={KIND_NAME_LIMIT}
        onCommit={(name) => onChange({ name })}
      />
      <span className="faint num kinds__uses">{uses > 0 && counted(uses, 'actor')}</span>
      <span className="row kinds__acts">
        <IconButton icon="up" label={t('Move {kind} up', { kind: kind.name })} disabled={!onUp} onClick={onUp ?? undefined} />
        <IconButton icon="down" label={t('Move {kind} down', { kind: kind.name })} disabled={!onDown} onClick={onDown ?? undefined} />
        <IconButton
          icon="bin"
          label={t('Delete kind {kind}', { kind: kind.name })}
          disabled={others.length === 0}
          onClick={() => (uses > 0 ? setDeleting(!deleting) : void remove(null))}
        />
      </span>
      {deleting && uses > 0 && (
        <ReplaceKind
          kind={kind}
          others={others}
          uses={uses}
          onReplace={(moveTo) => void remove(moveTo)}
          onCancel={() => setDeleting(false)}
        />
      )}
      {problem && (
        <p className="fieldset__error kinds__more" role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}

interface ReplaceKindProps {
  kind: ActorKind
  others: readonly ActorKind[]
  uses: number
  onReplace: (moveTo: string) => void
  onCancel: () => void
}

/** What becomes of the actors of a kind before it goes. */
function ReplaceKind({ kind, others, uses, onReplace, onCancel }: ReplaceKindProps) {
  const [moveTo, setMoveTo] = useState(others.find(({ slug }) => slug === 'other')?.slug ?? others[0]?.slug ?? '')
  return (
    <div className="notice kinds__more kinds__replace">
      <Select
        label={t('{count, plural, one {# actor of this kind becomes} other {# actors of this kind become}}', { count: uses })}
        options={others.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={moveTo}
        onChange={(event) => setMoveTo(event.target.value)}
      />
      <Button look="danger" icon="bin" onClick={() => onReplace(moveTo)}>
        {t('Delete {kind}', { kind: kind.name })}
      </Button>
      <Button onClick={onCancel}>{t('Keep it')}</Button>
    </div>
  )
}
