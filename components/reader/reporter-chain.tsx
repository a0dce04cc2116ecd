'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { ChipRemove } from '#/components/ui/chip-remove.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { MAX_REPORTERS, type Reporter } from '#/lib/annotation/reporters.ts'
import { t } from '#/lib/message/t.ts'
import { reporterName } from './fact-words.ts'
import { useReader } from './reader-context.ts'
import { movedLink, reporterMeant, reporterOptions } from './reporter-options.ts'

interface ReporterChainProps {
  chain: readonly Reporter[]
  onChange: (chain: readonly Reporter[]) => void
}

/**
 * Who reports whom, from who tells us to who saw it: actors of the codebook, or names. From the field, left goes to the links;
 * there arrows move between them, Alt with an arrow moves a link, Delete removes it.
 */
export function ReporterChain({ chain, onChange }: ReporterChainProps) {
  const codebook = useReader((state) => state.codebook)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [said, setSaid] = useState('')
  const options = reporterOptions(typed, codebook, chain)
  const isFull = chain.length >= MAX_REPORTERS
  const name = (link: Reporter) => reporterName(link, codebook)

  const add = (link: Reporter | undefined) => {
    setTyped('')
    setActive(0)
    if (!link || isFull) return
    onChange([...chain, link])
    setSaid(t('{link} added, {chain} of {chain2}', { link: name(link), chain: chain.length + 1, chain2: chain.length + 1 }))
  }
  const remove = (index: number) => {
    onChange(chain.filter((_, at) => at !== index))
    setSaid(t('{index} removed', { index: name(chain[index]!) }))
    input.current?.focus()
  }
  const focusLink = (index: number) => {
    const links = box.current?.querySelectorAll<HTMLElement>('.chain__link') ?? []
    if (index >= links.length) input.current?.focus()
    else links[Math.max(0, index)]?.focus()
  }
  const move = (index: number, by: 1 | -1) => {
    const moved = movedLink(chain, index, by)
    const to = moved.indexOf(chain[index]!)
    onChange(moved)
    setSaid(t('{index} is now {to} of {chain}', { index: name(chain[index]!), to: to + 1, chain: chain.length }))
    requestAnimationFrame(() => focusLink(to))
  }

  const onLinkKey = (event: KeyboardEvent, index: number) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by !== 0 && event.altKey) move(index, by)
    else if (by !== 0) focusLink(index + by)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onFieldKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // Goes on to save everything, with what is typed here.
      if (typed.trim() !== '') add(reporterMeant(typed, codebook, chain))
      return
    }
    if (key === 'Enter' && typed.trim() !== '') add(options[active])
    else if (typed !== '' && (key === 'ArrowDown' || key === 'ArrowUp'))
      setActive((active + (key === 'ArrowDown' ? 1 : -1) + options.length) % options.length)
    else if (typed !== '' && key === 'Escape') setTyped('')
    else if (typed === '' && key === 'Backspace' && chain.length > 0) remove(chain.length - 1)
    else if (typed === '' && key === 'ArrowLeft' && chain.length > 0) focusLink(chain.length - 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="fieldset chain">
      <label htmlFor={id}>{t('Reported by')}</label>
      <div className="chain__box" ref={box}>
        {chain.map((link, index) => (
          <span key={JSON.stringify(link)} className="chain__step">
            {index > 0 && <span className="chain__citing">{t('citing')}</span>}
            <span className="chip">
              <button
                type="button"
                className="chain__link"
                tabIndex={-1}
                aria-label={t('{link}, {index} of {chain}. Alt with arrows moves it, Delete removes it', {
                  link: name(link),
                  index: index + 1,
                  chain: chain.length,
                })}
                onKeyDown={(event) => onLinkKey(event, index)}
              >
                {'actor' in link && <ActorKindIcon kind={codebook.actor(link.actor)?.kind ?? 'other'} />}
                <span dir="auto">{name(link)}</span>
              </button>
              <ChipRemove name={name(link)} tabIndex={-1} onRemove={() => remove(index)} />
            </span>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          role="combobox"
          aria-expanded={options.length > 0 && !isFull}
          aria-controls={`${id}-list`}
          aria-activedescendant={options.length > 0 && !isFull ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          aria-describedby={`${id}-hint`}
          data-field="reportedBy"
          placeholder={chain.length === 0 ? t('Who says so') : t('Citing whom')}
          readOnly={isFull}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setActive(0)
          }}
          onKeyDown={onFieldKey}
          onBlur={() => typed.trim() !== '' && add(reporterMeant(typed, codebook, chain))}
        />
      </div>
      {options.length > 0 && !isFull && (
        <div className="chain__list" id={`${id}-list`} role="listbox" aria-label={t('Reported by')}>
          {options.map((link, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the keyboard and points here
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
            <div
              key={JSON.stringify(link)}
              id={`${id}-${index}`}
              className={index === active ? 'opt is-active' : 'opt'}
              role="option"
              aria-selected={index === active}
              onPointerMove={() => setActive(index)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(link)}
            >
              {'actor' in link ? <ActorKindIcon kind={codebook.actor(link.actor)?.kind ?? 'other'} /> : <Icon name="quote" />}
              <span dir="auto">{name(link)}</span>
              {'name' in link && <span className="opt__path">{t('as a name')}</span>}
            </div>
          ))}
        </div>
      )}
      <p className="fieldset__hint" id={`${id}-hint`}>
        {isFull ? t('At most {maxreporters}.', { maxreporters: MAX_REPORTERS }) : t('From who tells us to who saw it.')}
      </p>
      <span className="sr" role="status">
        {said}
      </span>
    </div>
  )
}
