'use client'

import { useCallback, useEffect, useState } from 'react'
import type { PlaybackPlayer, PlayFrame } from './playback-player.ts'

/** A step is seen for so long at speed 1, ms. */
const STEP_MS = 1600

export const SPEEDS = [0.5, 1, 2, 4, 8] as const

export interface PlaybackControls {
  frame: PlayFrame
  isPlaying: boolean
  speed: number
  setSpeed: (speed: number) => void
  /** Plays on, from the beginning when it is at the end; or stops. */
  toggle: () => void
  /** Goes to a moment and stops. */
  goTo: (index: number) => void
}

/** Runs a playback. */
export function usePlayback(player: PlaybackPlayer, start: number): PlaybackControls {
  const [frame, setFrame] = useState(() => player.goTo(start))
  const [isPlaying, setPlaying] = useState(false)
  const [speed, setSpeed] = useState(1)

  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      setFrame(player.goTo(frame.index + 1))
      if (frame.index + 1 >= player.length) setPlaying(false)
    }, STEP_MS / speed)
    return () => clearTimeout(timer)
  }, [player, isPlaying, speed, frame])

  const toggle = useCallback(() => {
    if (!isPlaying && frame.index >= player.length) setFrame(player.goTo(0))
    setPlaying(!isPlaying)
  }, [player, isPlaying, frame])

  const goTo = useCallback(
    (index: number) => {
      setPlaying(false)
      setFrame(player.goTo(index))
    },
    [player],
  )
  return { frame, isPlaying, speed, setSpeed, toggle, goTo }
}
