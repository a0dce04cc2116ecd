import type { ThemePlace } from './theme-places.ts'

/** What puts a deleted actor back. */
export interface ActorUndo {
  id: string
  /** Ids of the actors that stood below it. */
  children: string[]
}

/** What puts a deleted theme back. */
export interface ThemeUndo {
  id: string
  /** Where the themes below it stood. */
  children: ThemePlace[]
}
