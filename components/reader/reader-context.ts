'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Observable } from './observable.ts'
import type { ReaderModel } from './reader-model.ts'
import type { ReaderState } from './reader-state.ts'

export const ReaderContext = createContext<ReaderModel | null>(null)

/** The open document; only inside a reader. */
export function useModel(): ReaderModel {
  const model = useContext(ReaderContext)
  if (!model) throw new Error('useModel is only for parts of the reader')
  return model
}

/** A part of the reader's state. The selector gives back something that stays the same while nothing changed. */
export function useReader<T>(selector: (state: ReaderState) => T): T {
  const { ui } = useModel()
  const get = () => selector(ui.get())
  return useSyncExternalStore(ui.subscribe, get, get)
}

/** A part of an observable. The selector gives back something that stays the same while nothing changed. */
export function useObservable<T extends object, R>(observable: Observable<T>, selector: (value: T) => R): R {
  const get = () => selector(observable.get())
  return useSyncExternalStore(observable.subscribe, get, get)
}

/** Draws again whenever statements come, go or change; gives the store's version. */
export function useStatements(): number {
  const { store } = useModel()
  return useSyncExternalStore(store.subscribe, store.getVersion, store.getVersion)
}
