import { afterEach, expect, test } from 'vitest'
import { dismissToast, dropAction, showToast, toastStore } from './toast-store.ts'

afterEach(() => {
  for (const toast of toastStore.get()) dismissToast(toast.id)
})
const texts = () => toastStore.get().map((toast) => toast.text)

test('the newest three are shown, oldest first', () => {
  for (const text of ['a', 'b', 'c', 'd']) showToast(text)
  expect(texts()).toEqual(['b', 'c', 'd'])
})

test('dismissing takes away one; listeners hear of every change until they leave', () => {
  let heard = 0
  const leave = toastStore.subscribe(() => heard++)
  showToast('a')
  showToast('b', { label: 'Undo', run: () => {} })
  dismissToast(toastStore.get()[0]?.id ?? -1)
  expect(texts()).toEqual(['b'])
  expect(heard).toBe(3)
  leave()
  showToast('c')
  expect(heard).toBe(3)
})

test('an action that is no longer to be had goes, the sentence stays', () => {
  const id = showToast('a', { label: 'Undo', run: () => {} })
  dropAction(id)
  expect(toastStore.get()).toEqual([{ id, text: 'a' }])
})
