'use client'

import { useEffect } from 'react'
import type { Person } from '#/components/reader/use-people.ts'
import { Avatar } from '#/components/ui/avatar.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { t } from '#/lib/message/t.ts'
import { pointTime } from './point-time.ts'
import { statementStepWords, stepWords } from './step-words.ts'
import { type PlaybackControls, SPEEDS } from './use-playback.ts'

interface PlaybackBarProps {
  controls: PlaybackControls
  length: number
  /** Who made the step shown; null at the beginning. */
  author: Person | null
  now: number
}

/** Controls of a playback. Space plays and stops, arrows step, wherever the keyboard is on the page. */
export function PlaybackBar({ controls, length, author, now }: PlaybackBarProps) {
  const { frame, isPlaying, speed, toggle, goTo, setSpeed } = controls
  const { index, step } = frame
  usePlaybackKeys(controls)
  const moment = step && author ? `${pointTime(step.at, now)}, ${author.name}` : t('The beginning')
  return (
    <section className="playbar" aria-label={t('Playback')}>
      <div className="playbar__row">
        <IconButton icon="left" label={t('One step back')} disabled={index === 0} onClick={() => goTo(index - 1)} />
        <IconButton
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? t('Pause') : t('Play')}
          aria-keyshortcuts="Space"
          onClick={toggle}
        />
        <IconButton icon="right" label={t('One step on')} disabled={index === length} onClick={() => goTo(index + 1)} />
        <input
          className="playbar__slider"
          type="range"
          min={0}
          max={length}
          value={index}
          aria-label={t('Moment')}
          aria-valuetext={moment}
          onChange={(event) => goTo(event.target.valueAsNumber)}
        />
        <span className="num faint playbar__count">{t('{index} of {length}', { index, length })}</span>
        <label className="playbar__speed">
          <span className="sr">{t('Speed')}</span>
          <select value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
            {SPEEDS.map((each) => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="playbar__what">
        {author && <Avatar person={author} small decorative />}
        <b>
          <bdi>{moment}</bdi>
        </b>
        <span className="muted">{step && stepWords(step)}</span>
      </p>
      {/* While it plays only statements are said, or the voice would never end. */}
      <p className="sr" role="status">
        {isPlaying ? step && statementStepWords(step) : `${moment}. ${step ? stepWords(step) : ''}`}
      </p>
    </section>
  )
}

const TAKES_ARROWS = 'input, select, textarea, [role="menu"], [role="radio"], .versions, .pastlist'
const TAKES_SPACE = `${TAKES_ARROWS}, button, a`

function usePlaybackKeys({ frame, toggle, goTo }: PlaybackControls): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return
      if (document.querySelector('dialog[open]')) return
      if (event.target instanceof Element && event.target.closest(event.key === ' ' ? TAKES_SPACE : TAKES_ARROWS)) return
      if (event.key === ' ') toggle()
      else if (event.key === 'ArrowLeft') goTo(frame.index - 1)
      else if (event.key === 'ArrowRight') goTo(frame.index + 1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [frame, toggle, goTo])
}
