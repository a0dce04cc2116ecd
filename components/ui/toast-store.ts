export interface Toast {
  id: number
  text: string
  action?: { label: string; run: () => void }
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a sentence at the foot of the page for 6 s (longer while hovered or focused), with at most one action. At most three at a time. Returns its id. */
export function showToast(text: string, action?: Toast['action']): number {
  const toast: Toast = action ? { id: nextId++, text, action } : { id: nextId++, text }
  set([...toasts.slice(-2), toast])
  return toast.id
}

/** The sentence stays true, the action is no longer to be had. */
export function dropAction(id: number): void {
  if (toasts.some((toast) => toast.id === id && toast.action))
    set(toasts.map((toast) => (toast.id === id ? { id, text: toast.text } : toast)))
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  get: (): readonly Toast[] => toasts,
}
