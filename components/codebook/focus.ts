/** Puts focus back on an entry's row in the list. */
export function focusEntry(id: string): void {
  document.querySelector<HTMLElement>(`.tablewrap [data-id="${id}"]`)?.focus()
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
