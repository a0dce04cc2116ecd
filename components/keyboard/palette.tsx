'use client'

import './keyboard.css'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { t } from '#/lib/message/t.ts'
import { goTo } from './go-to.ts'
import { isApple } from './is-apple.ts'
import { useKeymap } from './keymap-store.ts'
import { paletteCommands } from './palette-commands.ts'
import { paletteGroups } from './palette-found.ts'
import { groupStep, type PaletteOption, readPaletteQuery } from './palette-option.ts'
import { PaletteRow } from './palette-row.tsx'
import { useFound } from './use-found.ts'

interface PaletteProps {
  /** null on pages that belong to no workspace. */
  workspaceId: string | null
  onClose: () => void
}

/** Goes to a document, actor, theme or page, and does what the page that is open can do. */
export function Palette({ workspaceId, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  /** Enter was pressed before the server had answered. */
  const [asked, setAsked] = useState<{ beside: boolean } | null>(null)
  const keymap = useKeymap()
  const query = useMemo(() => readPaletteQuery(typed), [typed])
  const { found, isWaiting, isOffline } = useFound(workspaceId, query)
  const { only, words } = query
  const commands = useMemo(
    () => (only === null || only === 'commands' ? paletteCommands(workspaceId, keymap, words) : []),
    [workspaceId, keymap, only, words],
  )
  const groups = useMemo(() => paletteGroups(workspaceId, commands, found, query), [workspaceId, commands, found, query])
  const options = groups.flatMap((group) => group.options)
  const at = Math.min(active, options.length - 1)

  // In the layout's turn: closed while it is still in the page, it gives the keyboard back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, at])

  const choose = (option: PaletteOption | undefined, beside: boolean) => {
    if (!option) return
    onClose()
    const { does } = option
    if ('path' in does && beside) window.open(does.path, '_blank', 'noopener')
    else if ('path' in does) goTo(does.path)
    // The dialog gives the keyboard back first.
    else requestAnimationFrame(does.run)
  }
  /** Whoever types and presses Enter means what is found under these words, not what still stands there of the words before. */
  const chooseFound = (beside: boolean) => {
    const option = options[at]
    if (isWaiting && !(option && commands.includes(option))) setAsked({ beside })
    else choose(option, beside)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once, when the answer is there
  useEffect(() => {
    if (!asked || isWaiting) return
    setAsked(null)
    choose(options[at], asked.beside)
  }, [asked, isWaiting])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key, shiftKey, ctrlKey, metaKey } = event
    if (key === 'ArrowDown') setActive((at + 1) % options.length)
    else if (key === 'ArrowUp') setActive((at + options.length - 1) % options.length)
    else if (key === 'Tab') setActive(groupStep(groups, at, shiftKey ? -1 : 1))
    else if (key === 'Enter') chooseFound(ctrlKey || metaKey)
    else return
    event.preventDefault()
  }

  let index = 0
  return (
    <dialog
      ref={dialog}
      className="dialog dialog--palette"
      aria-label={t('Search and commands')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="palette__in">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t('Search or type a command')}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={options.length > 0 ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder={t('Search or type a command')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
            setAsked(null)
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>esc</Kbd>
      </div>
      <div className="palette__list" role="listbox" id={listId} aria-label={t('Found')}>
        {groups.map(({ label, options: rows }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not fieldsets
          <div key={label} role="group" aria-label={label}>
            <p className="palette__head" aria-hidden="true">
              {label}
            </p>
            {rows.map((option) => {
              const mine = index++
              return (
                <PaletteRow
                  key={option.key}
                  id={`${listId}-${mine}`}
                  option={option}
                  words={words}
                  isActive={mine === at}
                  onPoint={() => setActive(mine)}
                  onChoose={(beside) => choose(option, beside)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <p className={options.length === 0 || isOffline ? 'palette__none' : 'sr'} role="status">
        {isOffline
          ? t('The server did not answer: only commands are listed.')
          : options.length === 0
            ? isWaiting
              ? t('Searching…')
              : t('Nothing found.')
            : words !== '' && t('{options} found', { options: options.length })}
      </p>
      <PaletteFoot />
    </dialog>
  )
}

function PaletteFoot() {
  const hints: [words: string, ...keys: string[]][] = [
    [t('move'), '↑', '↓'],
    [t('next group'), 'Tab'],
    [t('open'), '↵'],
    [t('in a new tab'), isApple() ? '⌘↵' : 'Ctrl ↵'],
    [t('commands only'), '>'],
    [t('actors'), '@'],
    [t('themes'), '#'],
  ]
  return (
    <footer className="palette__foot">
      {hints.map(([words, ...keys]) => (
        <span key={words}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {words}
        </span>
      ))}
    </footer>
  )
}
