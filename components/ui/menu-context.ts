import { createContext } from 'react'

/** Closes the menu an item stands in. */
export const MenuContext = createContext<() => void>(() => {})
