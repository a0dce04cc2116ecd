import { expect, test } from 'vitest'
import { checkChord, chordOf, chordParts, isSingleKey } from './chord.ts'
import { ariaKeys, chordSigns } from './chord-signs.ts'
import type { KeyPress } from './key-press.ts'

function press(key: string, code: string, modifiers = '', altGraph = false): KeyPress {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('ctrl'),
    metaKey: modifiers.includes('meta'),
    altKey: modifiers.includes('alt'),
    shiftKey: modifiers.includes('shift'),
    getModifierState: () => altGraph,
  }
}

test.each([
  ['t', press('t', 'KeyT'), 'T'],
  ['Shift+A', press('A', 'KeyA', 'shift'), 'Shift+A'],
  ['A with caps lock', press('A', 'KeyA'), 'A'],
  ['Ctrl+Alt+T', press('t', 'KeyT', 'ctrl alt'), 'Mod+Alt+T'],
  ['Command+Shift+Z on a Russian layout', press('Я', 'KeyZ', 'meta shift'), 'Mod+Shift+Z'],
  ['question mark', press('?', 'Slash', 'shift'), '?'],
  ['question mark on an Arabic layout', press('؟', 'Slash', 'shift'), '?'],
  ['plus', press('+', 'Equal', 'shift'), '+'],
  ['Ctrl and plus', press('+', 'NumpadAdd', 'ctrl'), 'Mod++'],
  ['space', press(' ', 'Space'), 'Space'],
  ['Option and a letter on a Mac', press('†', 'KeyT', 'meta alt'), 'Mod+Alt+T'],
  ['arrow', press('ArrowLeft', 'ArrowLeft', 'alt shift'), 'Alt+Shift+ArrowLeft'],
  ['function key', press('F6', 'F6', 'shift'), 'Shift+F6'],
  ['a modifier alone', press('Shift', 'ShiftLeft', 'shift'), null],
  ['what AltGr writes, which Windows reports as Ctrl and Alt', press('ę', 'KeyE', 'ctrl alt', true), null],
])('%s', (_name, given, chord) => {
  expect(chordOf(given)).toBe(chord)
})

test('a chord comes apart into its keys, also with a plus at the end', () => {
  expect(['Mod+Alt+T', '+', 'Mod++', 'Shift+F6'].map(chordParts)).toEqual([['Mod', 'Alt', 'T'], ['+'], ['Mod', '+'], ['Shift', 'F6']])
})

test('single keys are characters alone or with Shift', () => {
  expect(['T', 'Shift+A', '?', '+'].map(isSingleKey)).toEqual([true, true, true, true])
  expect(['Mod+T', 'Alt+1', 'F2', 'Delete', 'Space'].map(isSingleKey)).toEqual([false, false, false, false, false])
})

test('keys of the browser, of the caret and of writing are not given away', () => {
  for (const chord of ['Mod+T', 'Mod+W', 'Mod+N', 'Mod+L', 'Mod+5', 'Escape', 'Tab', 'ArrowDown', 'Shift+Home'])
    expect(checkChord(chord).ok, chord).toBe(false)
  for (const chord of ['G', 'Shift+G', 'Mod+G', 'Alt+ArrowDown', 'F8']) expect(checkChord(chord).ok, chord).toBe(true)
  expect(checkChord('G', true)).toMatchObject({ ok: false })
  expect(checkChord('Mod+G', true)).toEqual({ ok: true })
})

test('keys are written as they stand on the keyboard', () => {
  expect(chordSigns('Mod+Alt+T', true)).toEqual(['⌘', '⌥', 'T'])
  expect(chordSigns('Mod+Shift+ArrowLeft', false)).toEqual(['Ctrl', 'Shift', '←'])
  expect(ariaKeys(['Mod+K'])).toBe('Control+K Meta+K')
  expect(ariaKeys([])).toBeUndefined()
})
