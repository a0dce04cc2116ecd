/** Puts focus back on an entry's row in the list; false when it has none. */
export function focusEntry(id: string): boolean {
  const row = document.querySelector<HTMLElement>(`.tablewrap [data-id="${id}"]`)
  row?.focus()
  return row !== null
}

/** The entry whose row stands after an entry's, or before it when it is the last. */
export function neighbourOf(id: string): string | null {
  const ids = [...document.querySelectorAll<HTMLElement>('.tablewrap [data-id]')].map((row) => row.dataset.id ?? '')
  const at = ids.indexOf(id)
  return ids[at + 1] ?? ids[at - 1] ?? null
}

/** Goes to a field of the drawer and selects what is in it. */
export function focusField(name: string): void {
  const field = document.querySelector<HTMLInputElement>(`.drawer [data-field="${name}"]`)
  field?.focus()
  field?.select()
}

/** Goes to the field that filters the list. */
export function focusFind(): void {
  document.querySelector<HTMLElement>('.findfield input')?.focus()
}
