'use client'

import { useEffect } from 'react'
import { useColourOf } from '#/components/ui/person-colours.tsx'
import { type ColourSources, colourBy } from './colouring.ts'
import { useModel } from './reader-context.ts'
import type { ReaderModel } from './reader-model.ts'
import { usePeople } from './use-people.ts'

/** Keeps the colours of the statements what was chosen, while statements and codebook change. */
export function useColouring(): void {
  const model = useModel()
  const people = usePeople()
  const colourOf = useColourOf()
  useEffect(() => {
    const person: ColourSources['person'] = (id) => ({ name: people(id).name, colour: colourOf(id) })
    return followColours(model, person)
  }, [model, people, colourOf])
}

function followColours({ ui, store }: ReaderModel, person: ColourSources['person']): () => void {
  let shown: unknown[] = []
  const read = () => {
    const { colourBy: by, codebook } = ui.get()
    // Colours by theme stay what they are, whatever is tagged.
    const now = [by, codebook, by === 'theme' ? null : store.version]
    if (now.every((value, i) => value === shown[i])) return
    const isOther = by !== shown[0] || codebook !== shown[1]
    shown = now
    const colouring = colourBy(by, by === 'theme' ? [] : store.all(), { codebook, person })
    ui.set({ colouring })
    // A statement with two themes has two rules.
    if (isOther) store.setRules((annotation) => colouring.huesOf(annotation).length)
  }
  read()
  const stops = [ui.subscribe(read), store.subscribe(read)]
  return () => {
    for (const stop of stops) stop()
  }
}
