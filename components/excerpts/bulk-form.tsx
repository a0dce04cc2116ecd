import { useState } from 'react'
import { Select } from '#/components/ui/select.tsx'
import type { TagEdit } from '#/lib/annotation/bulk-edit.ts'
import { type ActorRole, type Codebook, ROLES_IN_STATEMENT, STANCES, type Stance } from '#/lib/codebook/codebook.ts'
import { roleName, stanceName } from '#/lib/excerpt/filter-options.ts'
import { t } from '#/lib/message/t.ts'
import { type ChosenEntry, TagField } from './tag-field.tsx'

type TagAct = TagEdit['act']

interface BulkFormProps {
  act: TagAct
  codebook: Codebook
  everyone: boolean
  /** Null while something is missing. */
  onEdit: (edit: TagEdit | null) => void
}

interface Draft {
  tag: ChosenEntry | null
  /** Of the tag that is put, or for removing of the one that is looked for; empty: any, or as it is. */
  role: ActorRole | ''
  stance: Stance | ''
  by: ChosenEntry | null
}

/** What is added, replaced or removed. */
export function BulkForm({ act, codebook, everyone, onEdit }: BulkFormProps) {
  const [draft, setDraft] = useState<Draft>({
    tag: null,
    role: act === 'add' ? 'mentioned' : '',
    stance: act === 'add' ? 'neutral' : '',
    by: null,
  })
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    if (part.tag !== undefined && next.by && next.by.sort !== part.tag?.sort) next.by = null
    setDraft(next)
    onEdit(editOf(act, next))
  }
  const { tag, by } = draft
  const put = act === 'replace' ? by : tag
  return (
    <>
      <TagField
        label={act === 'replace' ? t('Instead of') : t('Tag')}
        codebook={codebook}
        value={tag}
        archivedToo={act !== 'add'}
        onChange={(next) => change({ tag: next })}
      />
      {act === 'replace' && tag && (
        <TagField label={t('Put')} codebook={codebook} value={by} sort={tag.sort} onChange={(next) => change({ by: next })} />
      )}
      {put?.sort === 'actor' && (
        <Select
          label={t('Role')}
          value={draft.role}
          options={[...openRole(act), ...ROLES_IN_STATEMENT.map((value) => ({ value, label: roleName(value) }))]}
          onChange={(event) => change({ role: event.target.value as Draft['role'] })}
        />
      )}
      {put?.sort === 'theme' && act !== 'remove' && (
        <Select
          label={t('Stance')}
          value={draft.stance}
          options={[
            ...(act === 'replace' ? [{ value: '', label: t('As it is') }] : []),
            ...STANCES.map((value) => ({ value, label: stanceName(value) })),
          ]}
          onChange={(event) => change({ stance: event.target.value as Draft['stance'] })}
        />
      )}
      <p className="muted">
        {act === 'add'
          ? t('Excerpts that have it already stay as they are.')
          : everyone
            ? t('Tags of everybody are changed.')
            : t('Only your own tags are changed; those of others stay.')}
      </p>
    </>
  )
}

function openRole(act: TagAct): { value: string; label: string }[] {
  if (act === 'add') return []
  return [{ value: '', label: act === 'remove' ? t('Any') : t('As it is') }]
}

function editOf(act: TagAct, { tag, role, stance, by }: Draft): TagEdit | null {
  if (!tag) return null
  const { sort, id } = tag
  if (act === 'add')
    return { act, tag: sort === 'actor' ? { sort, id, role: role || 'mentioned' } : { sort, id, stance: stance || 'neutral' } }
  const found = sort === 'actor' ? { sort, id, role: act === 'remove' ? role || null : null } : { sort, id }
  if (act === 'remove') return { act, tag: found }
  if (!by) return null
  return {
    act,
    tag: found,
    by: by.sort === 'actor' ? { sort: by.sort, id: by.id, role: role || null } : { sort: by.sort, id: by.id, stance: stance || null },
  }
}
