import { expect, test } from 'vitest'
import { Observable } from './observable.ts'
import type { ReaderModel } from './reader-model.ts'
import type { PopoverState } from './reader-state.ts'
import { EMPTY_DRAFT } from './tag-draft.ts'
import { typeAhead } from './type-ahead.ts'

function press(popover: Pick<PopoverState, 'draft'> | null, ...keys: string[]) {
  const model = { ui: new Observable({ popover }) } as unknown as ReaderModel
  const none = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  const taken = keys.map((key) => typeAhead(model, { key, ...none }))
  return { taken, query: model.ui.get().popover?.draft.query }
}

test('what is typed before the field has the keyboard is in it when it comes', () => {
  expect(press({ draft: EMPTY_DRAFT }, 'r', 'u', 'x', 'Backspace', 's', '𝒶', 'Backspace')).toEqual({
    taken: Array(7).fill(true),
    query: 'rus',
  })
  expect(press({ draft: EMPTY_DRAFT }, 'Enter').query, 'Enter tags nothing that was not seen').toBe('')
})

test('keys that write nothing, and all keys while no popover is open, keep their meaning', () => {
  expect(press({ draft: EMPTY_DRAFT }, 'Escape', 'ArrowDown', 'F6').taken).toEqual([false, false, false])
  expect(press(null, 'r').taken).toEqual([false])
})
