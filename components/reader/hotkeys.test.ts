import { expect, test } from 'vitest'
import { type KeyPress, keyMeant, wouldType } from '#/lib/keyboard/key-press.ts'
import { commandFor, type KeySituation } from './hotkeys.ts'

function press(key: string, code = '', modifiers = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('ctrl'),
    metaKey: modifiers.includes('meta'),
    altKey: modifiers.includes('alt'),
    shiftKey: modifiers.includes('shift'),
  }
}
const WORDS: KeySituation = { mode: 'tag', selection: true, statement: false }
const STATEMENT: KeySituation = { mode: 'tag', selection: false, statement: true }
const NOTHING: KeySituation = { mode: 'tag', selection: false, statement: false }
const EDIT: KeySituation = { mode: 'edit', selection: true, statement: true }

test.each([
  ['t', 'KeyT', 't'],
  ['T', 'KeyT', 't'],
  ['е', 'KeyT', 't'],
  ['ف', 'KeyT', 't'],
  ['لإ', 'KeyT', 't'],
  ['y', 'KeyZ', 'y'],
  ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
  ['١', 'Digit1', '1'],
])('%s on %s means %s', (key, code, meant) => {
  expect(keyMeant({ key, code })).toBe(meant)
})

test.each([
  ['T tags the selected words', press('t', 'KeyT'), WORDS, 'tag'],
  ['T on a Russian layout too', press('е', 'KeyT'), WORDS, 'tag'],
  ['T without a selection asks for the name at the caret', press('t', 'KeyT'), NOTHING, 'open-mention'],
  ['Enter tags it', press('Enter', 'Enter'), NOTHING, 'take-mention'],
  ['Backspace passes over it', press('Backspace', 'Backspace'), NOTHING, 'ignore-mention'],
  ['but Enter types in Edit mode', press('Enter', 'Enter'), EDIT, null],
  ['T on a statement edits it', press('t', 'KeyT'), STATEMENT, 'edit'],
  ['F opens the details of a statement', press('f', 'KeyF'), STATEMENT, 'details'],
  ['Shift+A tags all places with the selected words', press('A', 'KeyA', 'shift'), WORDS, 'tag-identical'],
  ['or with those of the statement', press('A', 'KeyA', 'shift'), STATEMENT, 'tag-identical'],
  ['on a Russian layout too', press('Ф', 'KeyA', 'shift'), WORDS, 'tag-identical'],
  ['but does nothing without either', press('A', 'KeyA', 'shift'), NOTHING, null],
  ['3 tags with the third', press('3', 'Digit3'), WORDS, 'quick-3'],
  ['3 without a selection does nothing', press('3', 'Digit3'), STATEMENT, null],
  ['J and K move', press('j', 'KeyJ'), NOTHING, 'next'],
  ['Backspace deletes a selected statement', press('Backspace', 'Backspace'), STATEMENT, 'delete'],
  ['Backspace with words selected does nothing', press('Backspace', 'Backspace'), WORDS, null],
  ['plus sets the stance', press('+', 'Equal', 'shift'), STATEMENT, 'supports'],
  ['Alt and arrow move the end', press('ArrowRight', 'ArrowRight', 'alt'), STATEMENT, 'end-forward'],
  ['which is the other arrow in Arabic', press('ArrowLeft', 'ArrowLeft', 'alt'), { ...STATEMENT, rightToLeft: true }, 'end-forward'],
  ['with Shift the start', press('ArrowLeft', 'ArrowLeft', 'alt shift'), STATEMENT, 'start-back'],
  ['with Ctrl by word', press('ArrowRight', 'ArrowRight', 'alt ctrl'), STATEMENT, 'end-word-forward'],
  ['Ctrl+T is left to the browser', press('t', 'KeyT', 'ctrl'), WORDS, null],
  ['Ctrl+E toggles the mode', press('e', 'KeyE', 'ctrl'), NOTHING, 'toggle-mode'],
  ['also in Edit mode', press('e', 'KeyE', 'meta'), EDIT, 'toggle-mode'],
  ['single keys type in Edit mode', press('t', 'KeyT'), EDIT, null],
  ['but Ctrl+Alt+T tags', press('t', 'KeyT', 'ctrl alt'), EDIT, 'tag-editing'],
  ['Ctrl+Alt+3 tags with the third there', press('3', 'Digit3', 'ctrl alt'), EDIT, 'quick-editing-3'],
  ['R opens the recent tags', press('к', 'KeyR'), WORDS, 'recent'],
  ['V makes a theme of the words', press('v', 'KeyV'), WORDS, 'in-vivo'],
  ['Shift+J goes to the next document', press('О', 'KeyJ', 'shift'), STATEMENT, 'next-document'],
  ['the question mark of an Arabic layout is one', press('؟', 'Slash', 'shift'), NOTHING, 'keys'],
  ['Ctrl+K opens the palette', press('k', 'KeyK', 'ctrl'), EDIT, 'palette'],
  ['undo', press('z', 'KeyZ', 'ctrl'), EDIT, 'undo'],
  ['redo', press('Z', 'KeyZ', 'ctrl shift'), NOTHING, 'redo'],
  ['undo on a Russian layout', press('я', 'KeyZ', 'ctrl'), EDIT, 'undo'],
  ['F6 goes to the next region', press('F6', 'F6'), EDIT, 'next-region'],
  ['question mark opens the sheet', press('?', 'Slash', 'shift'), NOTHING, 'keys'],
] as const)('%s', (_name, key, situation, expected) => {
  expect(commandFor(key, situation)).toBe(expected)
})

test('letters, Enter and deletions would type; arrows and shortcuts would not', () => {
  expect(['a', 'ж', ' ', 'Enter', 'Backspace', 'Dead'].map((key) => wouldType(press(key)))).toEqual(Array(6).fill(true))
  expect(['ArrowLeft', 'Home', 'F6', 'Escape', 'Shift'].map((key) => wouldType(press(key)))).toEqual(Array(5).fill(false))
  expect(wouldType(press('c', 'KeyC', 'ctrl'))).toBe(false)
  expect(wouldType(press('t', 'KeyT', 'alt'))).toBe(false)
})
