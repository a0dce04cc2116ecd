'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import type { Actor, ActorAlias } from '#/lib/codebook/codebook.ts'
import type { ActorChange } from '#/lib/codebook/input.ts'
import { scriptOfName } from '#/lib/codebook/script-of-name.ts'

interface OtherNamesProps {
  actor: Actor
  canManage: boolean
  /** Saves; answers what is wrong, if anything. */
  onChange: (change: ActorChange) => Promise<string | undefined>
}

/** Every name an actor is found by, its own first, in any script. */
export function OtherNames({ actor, canManage, onChange }: OtherNamesProps) {
  const { name, aliases } = actor
  const without = (alias: ActorAlias) => aliases.filter((other) => other !== alias)
  return (
    <section>
      <h3>Names</h3>
      <ul>
        <NameRow name={name} own />
        {aliases.map((alias) => (
          <NameRow key={alias.id} name={alias.name}>
            {canManage && (
              <Menu label={`Name ${alias.name}`} triggerClassName="ibtn ibtn--s" trigger={<Icon name="more" small />} align="end">
                <MenuItem icon="up" onSelect={() => void onChange({ name: alias.name, aliases: [{ name }, ...without(alias)] })}>
                  Make it the main name
                </MenuItem>
                <MenuItem icon="bin" danger onSelect={() => void onChange({ aliases: without(alias) })}>
                  Remove
                </MenuItem>
              </Menu>
            )}
          </NameRow>
        ))}
      </ul>
      {canManage && <AddName onAdd={(added) => onChange({ aliases: [...aliases, { name: added }] })} />}
    </section>
  )
}

function NameRow({ name, own = false, children }: { name: string; own?: boolean; children?: React.ReactNode }) {
  const script = scriptOfName(name)
  return (
    <li className="alias">
      <bdi data-script={script ?? undefined}>{name}</bdi>
      <span>{script && <span className="langb">{script}</span>}</span>
      {own ? <span className="muted">Main name</span> : <span />}
      <span>{children}</span>
    </li>
  )
}

function AddName({ onAdd }: { onAdd: (name: string) => Promise<string | undefined> }) {
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
        label={<span className="sr">Add a name</span>}
        placeholder="Add a name, any script"
        value={name}
        maxLength={NAME_LIMIT}
        autoComplete="off"
        error={error}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon="plus">
        Add
      </Button>
    </form>
  )
}
