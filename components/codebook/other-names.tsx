'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import type { Actor, ActorAlias } from '#/lib/codebook/codebook.ts'
import { scriptOfName } from '#/lib/codebook/script-of-name.ts'
import { validityWords } from '#/lib/codebook/validity.ts'
import { langAttribute, languageName } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { promoteAlias, removeAlias, saveAlias } from '#/server/actions/actors.ts'
import { proposeAlias } from '#/server/actions/proposals.ts'
import { NameDialog } from './name-dialog.tsx'

interface OtherNamesProps {
  workspaceId: string
  actor: Actor
  canManage: boolean
  canPropose: boolean
  onChanged: () => void
}

/** Names that are shown before one asks for the rest. */
const SHOWN = 8

/** Every name an actor is found by, its own first: script or language, when it was in use, which one is preferred in its language. */
export function OtherNames({ workspaceId, actor, canManage, canPropose, onChanged }: OtherNamesProps) {
  const [editing, setEditing] = useState<ActorAlias | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const { name, aliases } = actor
  const folds = aliases.length > SHOWN + 1
  const shown = showsAll || !folds ? aliases : aliases.slice(0, SHOWN)

  const run = async (change: Promise<{ ok: true } | { ok: false; reason: string }>, done?: string) => {
    const result = await attempt(change)
    if (!result.ok) return showToast(result.reason)
    onChanged()
    if (done) showToast(done)
  }
  const remove = async (alias: ActorAlias) => {
    const result = await attempt(removeAlias(workspaceId, actor.id, alias.id))
    if (!result.ok) return showToast(result.reason)
    onChanged()
    const { id: _, ...again } = alias
    showToast(t('Removed {alias}', { alias: alias.name }), {
      label: t('Undo'),
      run: () => void run(saveAlias(workspaceId, actor.id, again)),
    })
  }
  const add = async (added: string) => {
    const result = await attempt(saveAlias(workspaceId, actor.id, { name: added }))
    if (result.ok) onChanged()
    return result.ok ? undefined : result.reason
  }
  const propose = async (proposed: string) => {
    const result = await attempt(proposeAlias(workspaceId, { actorId: actor.id, name: proposed }))
    if (!result.ok) return result.reason
    showToast(t('Proposed {proposed}. An editor answers it', { proposed }))
    return undefined
  }
  return (
    <section>
      <h3>{t('Names')}</h3>
      <ul className="aliases">
        <NameRow name={name} note={t('Main name')} />
        {shown.map((alias) => (
          <NameRow key={alias.id} name={alias.name} language={alias.language} preferred={alias.preferred} note={validityWords(alias)}>
            {canManage && (
              <Menu
                label={t('Name {alias}', { alias: alias.name })}
                triggerClassName="ibtn ibtn--s"
                trigger={<Icon name="more" small />}
                align="end"
              >
                <MenuItem icon="pencil" onSelect={() => setEditing(alias)}>
                  {t('Edit language and dates')}
                </MenuItem>
                <MenuItem
                  icon="up"
                  onSelect={() =>
                    void run(promoteAlias(workspaceId, actor.id, alias.id), t('{name} is the main name', { name: alias.name }))
                  }
                >
                  {t('Make it the main name')}
                </MenuItem>
                <MenuItem icon="bin" danger onSelect={() => void remove(alias)}>
                  {t('Remove')}
                </MenuItem>
              </Menu>
            )}
          </NameRow>
        ))}
      </ul>
      {folds && (
        <button type="button" className="linkbtn" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('Show fewer') : t('Show all {aliases} names', { aliases: aliases.length + 1 })}
        </button>
      )}
      {canManage ? <AddName onAdd={add} /> : canPropose && <AddName proposes onAdd={propose} />}
      {editing && (
        <NameDialog workspaceId={workspaceId} actor={actor} alias={editing} onSaved={onChanged} onClose={() => setEditing(null)} />
      )}
    </section>
  )
}

interface NameRowProps {
  name: string
  /** BCP 47; absent or "und": the script stands in its place. */
  language?: string
  preferred?: boolean
  note: string
  children?: ReactNode
}

function NameRow({ name, language = 'und', preferred = false, note, children }: NameRowProps) {
  const script = scriptOfName(name)
  const badge = language === 'und' ? script : language
  const title = language === 'und' ? undefined : `${languageName(language)}${preferred ? ', preferred' : ''}`
  return (
    <li className="alias">
      <bdi data-script={script ?? undefined} lang={langAttribute(language)}>
        {name}
      </bdi>
      <span className="alias__lang" title={title}>
        {badge && <span className="langb">{badge}</span>}
        {preferred && (
          <>
            <Icon name="check" small />
            <span className="sr">{t('preferred')}</span>
          </>
        )}
      </span>
      <span className="faint num alias__note">{note}</span>
      <span>{children}</span>
    </li>
  )
}

function AddName({ proposes = false, onAdd }: { proposes?: boolean; onAdd: (name: string) => Promise<string | undefined> }) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    const problem = await onAdd(name)
    setError(problem)
    if (!problem) setName('')
  }
  return (
    <form className="addname" onSubmit={submit}>
      <TextInput
        label={<span className="sr">{proposes ? t('Propose a name') : t('Add a name')}</span>}
        placeholder={proposes ? t('Propose a name, any script') : t('Add a name, any script')}
        value={name}
        maxLength={NAME_LIMIT}
        autoComplete="off"
        error={error}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon="plus">
        {proposes ? t('Propose') : t('Add')}
      </Button>
    </form>
  )
}
