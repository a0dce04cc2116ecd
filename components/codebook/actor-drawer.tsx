'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { historyPath } from '#/components/codebook-history/history-place.ts'
import { MemoPanel } from '#/components/memos/memo-panel.tsx'
import { ROLE_ICONS } from '#/components/ui/actor-chip.tsx'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Select } from '#/components/ui/select.tsx'
import { StateWord } from '#/components/ui/state-word.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { codeWord } from '#/lib/annotation/code-word.ts'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import { DESCRIPTION_LIMIT, NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import { type Actor, ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import type { ActorChange } from '#/lib/codebook/input.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import type { ActorUses } from '#/lib/codebook/uses.ts'
import { counted } from '#/lib/counted.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { updateActor } from '#/server/actions/codebook.ts'
import { ActorDesignations } from './actor-designations.tsx'
import { ActorGroups } from './actor-groups.tsx'
import { ActorRegisters } from './actor-registers.tsx'
import { ArchiveButton } from './archive-button.tsx'
import { closeOnEscape } from './close-on-escape.ts'
import { CommittedField } from './committed-field.tsx'
import { Fold } from './fold.tsx'
import { HuePicker } from './hue-picker.tsx'
import { OtherNames } from './other-names.tsx'
import { ParentSelect } from './parent-select.tsx'
import { useActorDetails } from './use-actor-details.ts'
import { useOptimisticEntry } from './use-optimistic-entry.ts'

interface ActorDrawerProps {
  workspaceId: string
  actor: Actor
  actors: readonly Actor[]
  kinds: readonly ActorKind[]
  uses: ActorUses
  canManage: boolean
  canPropose: boolean
  /** What makes one actor of several, or several of one. */
  tools: ReactNode
  /** Goes to another actor. */
  onOpen: (id: string) => void
  onChanged: () => void
  onDelete: () => void
  onClose: () => void
}

/** Everything about one actor. What is changed is saved at once. */
export function ActorDrawer(props: ActorDrawerProps) {
  const { workspaceId, actor: kept, actors, kinds, uses, canManage, canPropose, tools, onOpen, onChanged, onDelete, onClose } = props
  const [actor, save] = useOptimisticEntry(
    kept,
    (change: Omit<ActorChange, 'aliases'>) => updateActor(workspaceId, kept.id, change),
    onChanged,
  )
  const { details, problem, reload } = useActorDetails(workspaceId, kept.id)
  const saveOrTell = (change: Omit<ActorChange, 'aliases'>) =>
    void save(change).then((problem) => {
      if (problem) showToast(problem)
    })

  const shared = { workspaceId, actor, canManage, onChanged: () => void reload() }

  return (
    <aside className="drawer" onKeyDown={closeOnEscape(onClose)} aria-label={t('Actor: {actor}', { actor: actor.name })}>
      <div className="drawer__head">
        <div className="row">
          <ActorKindIcon kind={actor.kind} />
          <h2 className="grow clip" dir="auto">
            {actor.name}
          </h2>
          <StateWord state={actor.state} />
          <Link className="btn btn--quiet" href={`/w/${workspaceId}/actors/${actor.id}`} prefetch={false}>
            {t('Open page')}
          </Link>
          {canManage && <IconButton icon="bin" label={t('Delete actor')} onClick={onDelete} />}
          <IconButton icon="x" label={t('Close')} onClick={onClose} />
        </div>
      </div>
      <section className="stack">
        {canManage ? (
          <>
            <CommittedField id="name" label={t('Name')} value={actor.name} maxLength={NAME_LIMIT} onCommit={(name) => save({ name })} />
            <CommittedField
              multiline
              label={t('Description')}
              hint={t('What belongs here and what does not.')}
              value={actor.description}
              maxLength={DESCRIPTION_LIMIT}
              onCommit={(description) => save({ description })}
            />
            <div className="kindpair">
              <Select
                label={t('Kind')}
                options={kinds.map(({ slug, name }) => ({ value: slug, label: name }))}
                value={actor.kind}
                onChange={(event) => saveOrTell({ kind: event.target.value })}
              />
              <ParentSelect entries={actors} id={actor.id} value={actor.parentId} onChange={(parentId) => saveOrTell({ parentId })} />
            </div>
          </>
        ) : (
          <Facts actor={actor} actors={actors} kind={kinds.find(({ slug }) => slug === actor.kind)?.name ?? t('Other')} />
        )}
      </section>
      <OtherNames workspaceId={workspaceId} actor={actor} canManage={canManage} canPropose={canPropose} onChanged={onChanged} />
      {problem && (
        <p className="notice notice--error" role="alert">
          {problem} <Button onClick={() => void reload()}>{t('Try again')}</Button>
        </p>
      )}
      {details && (
        <>
          <ActorGroups memberships={details.memberships} actors={actors} onOpen={onOpen} {...shared} />
          <ActorRegisters externalIds={details.externalIds} {...shared} />
          <ActorDesignations designations={details.designations} {...shared} />
        </>
      )}
      <Uses workspaceId={workspaceId} actor={actor} uses={uses} />
      <MemoPanel key={kept.id} workspaceId={workspaceId} subject="actor" subjectId={kept.id} />
      {canManage && (
        <Fold title={t('Colour')}>
          <HuePicker value={actor.hue} none={{ label: t('Neutral') }} onChange={(hue) => saveOrTell({ hue })} />
        </Fold>
      )}
      {canManage && (
        <section className="row drawer__tools">
          {tools}
          <ArchiveButton workspaceId={workspaceId} noun="actor" entry={actor} entries={actors} onChanged={onChanged} />
          <Button look="danger" icon="bin" onClick={onDelete}>
            {t('Delete actor')}
          </Button>
        </section>
      )}
    </aside>
  )
}

function Facts({ actor, actors, kind }: { actor: Actor; actors: readonly Actor[]; kind: string }) {
  const above = pathOf(actors, actor.id).slice(0, -1)
  return (
    <>
      {actor.description && <p dir="auto">{actor.description}</p>}
      <dl className="kv">
        <dt>{t('Kind')}</dt>
        <dd>{kind}</dd>
        <dt>{t('Part of')}</dt>
        <dd>{above.map((step) => step.name).join(' › ') || t('Nothing')}</dd>
      </dl>
    </>
  )
}

function Uses({ workspaceId, actor, uses }: { workspaceId: string; actor: Actor; uses: ActorUses }) {
  return (
    <section>
      <h3>
        {t('Use')}
        <span className="num">
          {counted(uses.statements, 'statement')}, {counted(uses.documents, 'document')}
        </span>
      </h3>
      {uses.statements > 0 && (
        <div className="row codebook__uses">
          {ROLES_IN_STATEMENT.map((role) => (
            <span key={role} className="chip num" title={role}>
              <Icon name={ROLE_ICONS[role]} small />
              {numberWords(uses[role])}
              <span className="sr"> {t('as {role}', { role: codeWord(role) })}</span>
            </span>
          ))}
          <span className="grow" />
          <Link href={`/w/${workspaceId}/excerpts?actor=${actor.id}`}>{t('Show excerpts')}</Link>
        </div>
      )}
      <Link href={historyPath(workspaceId, { entryId: actor.id })}>{t('What changed')}</Link>
    </section>
  )
}
