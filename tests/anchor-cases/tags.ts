import type { SingleCase } from './anchor-case.ts'

const before = 'On Monday Russia said the talks had failed.'

/** Text and statements in one undo, in the order in which they were made. */
export const tags: readonly SingleCase[] = [
  {
    name: 'words typed, then tagged; undone once: the words are left',
    before,
    steps: [{ caret: 'said| the' }, { type: ' now' }, { tag: 'said now' }, { press: 'Mod-z' }],
    after: 'On Monday Russia said now the talks had failed.',
  },
  {
    name: 'words typed, then tagged; undone twice: nothing is left',
    before,
    steps: [{ caret: 'said| the' }, { type: ' now' }, { tag: 'said now' }, { press: 'Mod-z', times: 2 }],
    after: before,
  },
  {
    name: 'words typed, then tagged; both undone and redone: the statement stands on its words',
    before,
    steps: [
      { caret: 'said| the' },
      { type: ' now' },
      { tag: 'said now' },
      { press: 'Mod-z', times: 2 },
      'meet',
      { press: 'Mod-Shift-z', times: 2 },
    ],
    after: 'On Monday Russia ⟦said now⟧ the talks had failed.',
  },
  {
    name: 'words tagged, then deleted; undone once: both are back',
    before,
    steps: [{ tag: 'Russia said' }, { select: 'Russia said' }, { press: 'Delete' }, 'meet', { press: 'Mod-z' }],
    after: 'On Monday ⟦Russia said⟧ the talks had failed.',
  },
  {
    name: 'words tagged, then deleted; undone twice: the words without a statement',
    before,
    steps: [{ tag: 'Russia said' }, { select: 'Russia said' }, { press: 'Delete' }, 'meet', { press: 'Mod-z', times: 2 }],
    after: before,
  },
  {
    name: 'words tagged, moved; the move undone, then all of it, then all redone',
    before,
    steps: [
      { tag: 'Russia said' },
      { select: 'Russia said ' },
      { press: 'Mod-x' },
      { caret: '|failed' },
      { press: 'Mod-v' },
      { press: 'Mod-z', times: 3 },
      'meet',
      { press: 'Mod-Shift-z', times: 3 },
    ],
    after: 'On Monday the talks had ⟦Russia said⟧ failed.',
  },
]
