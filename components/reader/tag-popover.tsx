'use client'

import {
  type ClipboardEvent,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useLeaveGuard } from '#/components/ui/use-leave-guard.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { AlreadyTagged, useAlreadyTagged } from './already-tagged.tsx'
import { createItem } from './create-item.ts'
import { FactFields } from './fact-fields.tsx'
import { IdenticalBar, useLeft } from './identical-bar.tsx'
import type { Observable } from './observable.ts'
import type { PageLayout } from './page-painter.ts'
import { placePopover, revealPopover } from './place-popover.ts'
import { PopoverActions } from './popover-actions.tsx'
import { PopoverChips } from './popover-chips.tsx'
import { PopoverFoot } from './popover-foot.tsx'
import { onPopoverKey } from './popover-keys.ts'
import { PopoverList } from './popover-list.tsx'
import { MORE, type PopoverOption, popoverOptions, SHOWN, type ShownRows } from './popover-options.ts'
import { PopoverRecent } from './popover-recent.tsx'
import { useModel, useObservable, useReader } from './reader-context.ts'
import type { ReaderModel } from './reader-model.ts'
import type { PopoverState } from './reader-state.ts'
import { type FieldProblem, savePopover } from './save-popover.ts'
import { type DraftAction, draftReducer, EMPTY_DRAFT, isWorthKeeping, pickedValue, type TagDraft } from './tag-draft.ts'
import { closePopover } from './tag-passage.ts'
import { useBranch } from './use-branch.ts'
import { wrapTab } from './wrap-tab.ts'

/** The tag popover, while it is open. */
export function TagPopover({ layout }: { layout: Observable<PageLayout> }) {
  const popover = useReader((state) => state.popover)
  return popover && <OpenPopover key={popover.statementId ?? 'new'} popover={popover} layout={layout} />
}

function OpenPopover({ popover, layout }: { popover: PopoverState; layout: Observable<PageLayout> }) {
  const model = useModel()
  const { draft, range, statementId, opensOn, identical } = popover
  useLeaveGuard(isWorthKeeping(draft))
  const round = useObservable(layout, (page) => page.round)
  const textRound = useObservable(layout, (page) => page.textRound)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const codebook = useReader((state) => state.codebook)
  const recent = useReader((state) => state.recent)
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  const left = useLeft(identical, draft.chips)
  const [shown, setShown] = useState<ShownRows>({ actor: SHOWN, theme: SHOWN })
  const same = useAlreadyTagged(popover)

  const words = useMemo(() => model.words(range), [model, range])
  const radarRound = useObservable(model.radar.state, (state) => state.round)
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are found a moment after the words came
  const named = useMemo(() => model.radar.actorsIn(range), [model, range, radarRound])
  const mayCreate = model.can('propose-codebook')
  // Whoever fills in the details needs the room; the first letter typed for a tag brings the matches back.
  const isBrief = draft.detailsOpen && draft.query === ''
  const groups = useMemo(
    () => (isBrief ? [] : popoverOptions(draft, { codebook, named, recent, mayCreate, shown })),
    [draft, codebook, named, recent, mayCreate, shown, isBrief],
  )
  const options = groups.flatMap((group) => group.options)
  // Making something new is only offered: a typing mistake and Enter must not fill the codebook.
  const highlighted = draft.active ?? (options[0]?.type === 'item' ? 0 : -1)
  const active = options[highlighted]
  const branchId = useBranch(draft.query, active)
  const making = useRef<Promise<unknown>>(Promise.resolve())
  const spoken = useDeferredValue(options.length)

  const dispatch = (action: DraftAction): TagDraft => {
    const { popover: now } = model.ui.get()
    const next = draftReducer(now?.draft ?? draft, action)
    if (now) model.ui.set({ popover: { ...now, draft: next } })
    // What was still being made when the popover was closed belongs to the draft that is kept.
    else if (statementId === null && action.type === 'made') model.keptDraft = draftReducer(model.keptDraft ?? EMPTY_DRAFT, action)
    return next
  }
  const choose = async (option: PopoverOption): Promise<TagDraft> => {
    if (option.type === 'more') {
      setShown((before) => ({ ...before, [option.kind]: before[option.kind] + MORE }))
      return draft
    }
    if (option.type === 'item') return dispatch({ type: 'added', kind: option.kind, id: option.id })
    const asked = { kind: option.kind, value: pickedValue(draft, option.kind), query: draft.query }
    const made = createItem(model, option.kind, option.name, { words, parentId: option.kind === 'theme' ? branchId : null })
    making.current = made
    const id = await made
    return id === null ? draft : dispatch({ type: 'made', id, ...asked })
  }
  /** Saves; what is typed but not added yet counts when something matches it. */
  const save = async (again = false) => {
    await making.current
    const wanted = draft.query.trim() !== '' && active?.type === 'item' ? await choose(active) : (model.ui.get().popover?.draft ?? draft)
    const found = savePopover(model, wanted, again)
    setProblem(found)
    if (found) goToField(found.field)
  }
  const goToField = (field: string) => {
    dispatch({ type: 'detailsOpened', open: true })
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-field="${field}"]:enabled`)?.focus())
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the box is placed anew when the words may have moved
  useLayoutEffect(() => {
    if (box.current && model.view) placePopover(box.current, model.view, range)
  }, [model, range, round])

  // Brought into sight only when it opens or grows: whoever scrolls away from it meant to.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    let height = 0
    const observer = new ResizeObserver(() => {
      const { popover: now } = model.ui.get()
      if (now && model.view) placePopover(element, model.view, now.range)
      if (element.offsetHeight > height) revealPopover(element)
      height = element.offsetHeight
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [model])

  useEffect(() => {
    if (opensOn === 'memo') return
    // The details are shut for who may not change them; the tags are not.
    const details = opensOn === 'details' ? box.current?.querySelector<HTMLElement>('.facts :enabled') : null
    const first = details ?? input.current
    first?.focus({ preventScroll: true })
  }, [opensOn])

  // A press outside closes it; the draft is kept.
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const target = event.target as Element
      if (!box.current?.contains(target) && !target.closest('.book, dialog, .toasts')) closePopover(model)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [model])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (onPopoverKey(event, { draft, highlighted, options, dispatch, choose, save, openDetails: () => goToField('status') })) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  return (
    <div
      ref={box}
      className={draft.detailsOpen ? 'pop pop--details' : 'pop'}
      role="dialog"
      aria-label={identical ? t('Tag all identical') : statementId === null ? t('Tag passage') : t('Change statement')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          closePopover(model)
        } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
          event.preventDefault()
          void save(true)
        } else if (event.key === 'Enter' && isLineOfText(event.target)) {
          event.preventDefault()
          void save()
        } else wrapTab(event)
      }}
    >
      <span className="pop__tip" />
      {identical && <IdenticalBar identical={identical} chips={draft.chips} textRound={textRound} />}
      <div className="pop__in">
        <PopoverChips chips={draft.chips} dispatch={dispatch} onDone={() => input.current?.focus()} />
        <input
          ref={input}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={active ? `${listId}-${highlighted}` : undefined}
          aria-autocomplete="list"
          aria-label={t('Add actors and themes')}
          placeholder={draft.chips.length === 0 ? t('Who, to whom, about what') : t('Add another')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={draft.query}
          onChange={(event) => dispatch({ type: 'typed', query: event.target.value })}
          onKeyDown={onKeyDown}
          onCopy={(event) => copyWords(event, words)}
        />
      </div>
      <AlreadyTagged statement={same} onOpen={() => void save()} />
      {!isBrief && (
        <PopoverList
          id={listId}
          groups={groups}
          draft={draft}
          highlighted={highlighted}
          dispatch={dispatch}
          branchId={branchId}
          choose={(option) => void choose(option).then(() => input.current?.focus())}
        />
      )}
      {draft.query.trim() !== '' && (
        <PopoverRecent
          chips={draft.chips}
          onAdd={(chip) => {
            dispatch({ type: 'put', chips: [chip] })
            input.current?.focus()
          }}
        />
      )}
      <span className="sr" role="status">
        {draft.query.trim() !== '' && (spoken === 0 ? t('No match') : counted(spoken, 'match', 'matches'))}
      </span>
      {draft.memoOpen && (
        <textarea
          className="pop__memo"
          aria-label={t('Memo')}
          placeholder={t('Memo: a note on this statement')}
          dir="auto"
          rows={3}
          // biome-ignore lint/a11y/noAutofocus: it appears because it was asked for
          autoFocus={opensOn === 'memo' || (opensOn === 'tags' && draft.memo === '')}
          value={draft.memo}
          onChange={(event) => dispatch({ type: 'memoTyped', text: event.target.value })}
        />
      )}
      {draft.detailsOpen && (
        <FactFields
          facts={draft.facts}
          mayChange={statementId === null || mayChangeFacts(model, statementId)}
          problem={problem}
          onChange={(facts) => dispatch({ type: 'factsTyped', facts })}
        />
      )}
      <PopoverActions
        draft={draft}
        dispatch={dispatch}
        goToField={goToField}
        saveLabel={
          identical
            ? t('Tag {passages}', { passages: counted(left, 'passage') })
            : statementId === null
              ? t('Tag passage')
              : t('Save changes')
        }
        maySave={isWorthKeeping(draft) || active?.type === 'item'}
        onSave={() => void save()}
      />
      <PopoverFoot />
    </div>
  )
}

/** Enter in one of the fields for details saves, as in any form. */
function isLineOfText(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}

function mayChangeFacts(model: ReaderModel, id: string): boolean {
  const passage = model.store.get(id)
  return passage !== undefined && model.mayChange(passage)
}

/** The popover has the keyboard, but copying still means the selected words of the text. */
function copyWords(event: ClipboardEvent<HTMLInputElement>, words: string): void {
  const { selectionStart, selectionEnd } = event.currentTarget
  if (selectionStart !== selectionEnd) return
  event.clipboardData.setData('text/plain', words)
  event.preventDefault()
}
