'use client'

import { createContext, useCallback, useContext } from 'react'
import { t } from '#/lib/message/t.ts'

export interface Person {
  id: string
  name: string
}

/** Everybody whose name may have to be shown here, by id. */
export const PeopleContext = createContext<ReadonlyMap<string, Person>>(new Map())

/** Looks up people; somebody unknown (who joined since the page opened and left no trace) is "Someone". */
export function usePeople(): (id: string) => Person {
  const people = useContext(PeopleContext)
  return useCallback((id) => people.get(id) ?? { id, name: t('Someone') }, [people])
}
