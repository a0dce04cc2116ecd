'use client'

import { Button } from '#/components/ui/button.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { t } from '#/lib/message/t.ts'
import { countFacts } from './fact-draft.ts'
import { modKey } from './mod-key.ts'
import { shorten } from './statement-words.ts'
import type { DraftAction, TagDraft } from './tag-draft.ts'

/** What is set shows on its button, in so many UTF-16 units at most. */
const VALUE_LENGTH = 14

interface PopoverActionsProps {
  draft: TagDraft
  dispatch: (action: DraftAction) => void
  /** Opens the details at one of their fields. */
  goToField: (field: string) => void
  /** What saving does. */
  saveLabel: string
  maySave: boolean
  onSave: () => void
}

/** The foot of the popover: memo, date, place and the other details, and saving. */
export function PopoverActions({ draft, dispatch, goToField, saveLabel, maySave, onSave }: PopoverActionsProps) {
  const { memoOpen, detailsOpen, facts } = draft
  const date = facts.date.trim()
  const place = facts.place.trim()
  return (
    <div className="pop__more">
      <Button look="quiet" icon="memo" aria-pressed={memoOpen} onClick={() => dispatch({ type: 'memoOpened', open: !memoOpen })}>
        {t('Memo')}
      </Button>
      <Button look="quiet" icon="calendar" aria-label={date ? t('Date: {date}', { date }) : t('Date')} onClick={() => goToField('date')}>
        {date ? shorten(date, VALUE_LENGTH) : t('Date')}
      </Button>
      <Button look="quiet" icon="place" aria-label={place ? t('Place: {place}', { place }) : t('Place')} onClick={() => goToField('place')}>
        <span dir="auto">{place ? shorten(place, VALUE_LENGTH) : t('Place')}</span>
      </Button>
      <IconButton
        icon="more"
        label={countFacts(facts) === 0 ? t('Details') : t('Details, {facts} set', { facts: countFacts(facts) })}
        small
        aria-expanded={detailsOpen}
        aria-keyshortcuts="Alt+ArrowDown"
        onClick={() => (detailsOpen ? dispatch({ type: 'detailsOpened', open: false }) : goToField('status'))}
      />
      <span className="grow" />
      <Button look="primary" disabled={!maySave} onClick={onSave}>
        {saveLabel} <Kbd>{modKey()}↵</Kbd>
      </Button>
    </div>
  )
}
