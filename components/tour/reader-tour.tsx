'use client'

import { useCallback, useEffect } from 'react'
import { useSettings } from '#/components/account/settings-context.tsx'
import { useModel, useReader } from '#/components/reader/reader-context.ts'
import { onDemand } from '#/components/ui/on-demand.tsx'

const Tour = onDemand(() => import('./tour.tsx').then((file) => file.Tour))

/** Shows the tour to who opens a document of the sample for the first time, and to who asks for it. Once ended it does not come again, on no device. */
export function ReaderTour({ isSample }: { isSample: boolean }) {
  const model = useModel()
  const isOn = useReader((state) => state.tour && state.loaded && !state.denied)
  const { settings, change } = useSettings()
  const isNew = isSample && settings.tourSeen !== true
  useEffect(() => {
    // On a phone one reads and comments: most of what it tells is not there.
    if (isNew && matchMedia('(min-width: 721px)').matches) model.ui.set({ tour: true })
  }, [model, isNew])
  const end = useCallback(() => {
    model.ui.set({ tour: false })
    model.focusText()
    if (settings.tourSeen !== true) void change({ tourSeen: true })
  }, [model, settings, change])
  return isOn && <Tour onEnd={end} />
}
