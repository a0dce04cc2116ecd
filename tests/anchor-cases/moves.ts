import type { SingleCase } from './anchor-case.ts'

const before = 'It began in spring.¶On Monday ⟦Russia said the talks⟧ had failed.¶Nobody answered.¶The end.'
const at = (sentence: string) => `It began in spring.¶${sentence}¶Nobody answered.¶The end.`

/** Words cut and pasted, copied and dragged. */
export const moves: readonly SingleCase[] = [
  {
    name: 'moved within its paragraph by cut and paste',
    before,
    steps: [{ select: 'Russia said the talks ' }, { press: 'Mod-x' }, { caret: 'failed|' }, { press: 'Mod-v' }],
    after: at('On Monday had failed⟦Russia said the talks⟧ .'),
  },
  {
    name: 'moved to another paragraph by cut and paste',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    after: 'It began in spring.¶On Monday  had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
  },
  {
    name: 'moved with the words around it',
    before,
    steps: [{ select: 'Monday Russia said the talks had ' }, { press: 'Mod-x' }, { caret: 'The |end' }, { press: 'Mod-v' }],
    after: 'It began in spring.¶On failed.¶Nobody answered.¶The Monday ⟦Russia said the talks⟧ had end.',
  },
  {
    name: 'moved with its paragraph',
    before,
    steps: [{ select: 'On Monday Russia said the talks had failed.¶' }, { press: 'Mod-x' }, { caret: '|The end' }, { press: 'Mod-v' }],
    after: 'It began in spring.¶Nobody answered.¶On Monday ⟦Russia said the talks⟧ had failed.¶The end.',
  },
  {
    name: 'moved with its paragraph and the next',
    before,
    steps: [
      { select: 'On Monday Russia said the talks had failed.¶Nobody answered.¶' },
      { press: 'Mod-x' },
      { caret: '|It began' },
      { press: 'Mod-v' },
    ],
    after: 'On Monday ⟦Russia said the talks⟧ had failed.¶Nobody answered.¶It began in spring.¶The end.',
  },
  {
    name: 'moved twice',
    before,
    steps: [
      { select: 'Russia said the talks' },
      { press: 'Mod-x' },
      { caret: 'Nobody |answered' },
      { press: 'Mod-v' },
      'meet',
      { select: 'Russia said the talks' },
      { press: 'Mod-x' },
      { caret: 'The |end' },
      { press: 'Mod-v' },
    ],
    after: 'It began in spring.¶On Monday  had failed.¶Nobody answered.¶The ⟦Russia said the talks⟧end.',
  },
  {
    name: 'cut, and pasted when the others had seen it gone',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, 'meet', { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    after: 'It began in spring.¶On Monday  had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
  },
  {
    name: 'cut, other words typed, then pasted',
    before,
    steps: [
      { select: 'Russia said the talks' },
      { press: 'Mod-x' },
      { caret: 'The |end' },
      { type: 'bitter ' },
      { caret: 'Nobody |answered' },
      { press: 'Mod-v' },
    ],
    after: 'It began in spring.¶On Monday  had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The bitter end.',
  },
  {
    name: 'cut and pasted at the same place',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { press: 'Mod-v' }],
    after: before,
  },
  {
    name: 'cut and never pasted',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }],
    after: at('On Monday ⟦⟧ had failed.'),
  },
  {
    name: 'cut, undone',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, 'meet', { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'moved, and the move undone',
    before,
    steps: [
      { select: 'Russia said the talks' },
      { press: 'Mod-x' },
      { caret: 'Nobody |answered' },
      { press: 'Mod-v' },
      'meet',
      { press: 'Mod-z', times: 2 },
    ],
    after: before,
  },
  {
    name: 'moved, undone, redone',
    before,
    steps: [
      { select: 'Russia said the talks' },
      { press: 'Mod-x' },
      { caret: 'Nobody |answered' },
      { press: 'Mod-v' },
      { press: 'Mod-z', times: 2 },
      'meet',
      { press: 'Mod-Shift-z', times: 2 },
    ],
    after: 'It began in spring.¶On Monday  had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
  },
  {
    name: 'moved over words that were selected',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { select: 'Nobody' }, { press: 'Mod-v' }],
    after: 'It began in spring.¶On Monday  had failed.¶⟦Russia said the talks⟧ answered.¶The end.',
  },
  {
    name: 'a part of it moved away',
    before,
    steps: [{ select: 'said the ' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    after: 'It began in spring.¶On Monday ⟦Russia talks⟧ had failed.¶Nobody said the answered.¶The end.',
  },
  {
    name: 'its last words moved away',
    before,
    steps: [{ select: ' the talks' }, { press: 'Mod-x' }, { caret: 'Nobody| answered' }, { press: 'Mod-v' }],
    after: 'It began in spring.¶On Monday ⟦Russia said⟧ had failed.¶Nobody the talks answered.¶The end.',
  },
  {
    name: 'its words in another order',
    before,
    steps: [{ select: 'said ' }, { press: 'Mod-x' }, { caret: '|Russia' }, { press: 'Mod-v' }],
    after: [at('On Monday ⟦said Russia the talks⟧ had failed.'), at('On Monday said ⟦Russia the talks⟧ had failed.')],
  },
  {
    name: 'other words moved into it',
    before,
    steps: [{ select: 'Monday ' }, { press: 'Mod-x' }, { caret: 'said |the' }, { press: 'Mod-v' }],
    after: at('On ⟦Russia said Monday the talks⟧ had failed.'),
  },
  {
    name: 'copied: the statement stays where it was',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Mod-c' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    after: 'It began in spring.¶On Monday ⟦Russia said the talks⟧ had failed.¶Nobody Russia said the talksanswered.¶The end.',
  },
  {
    name: 'dragged to another paragraph',
    before,
    steps: [{ select: 'Russia said the talks' }, { drag: 'Nobody |answered' }],
    after: 'It began in spring.¶On Monday  had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
  },
  {
    name: 'dragged within its paragraph',
    before,
    steps: [{ select: 'Russia said the talks ' }, { drag: '|On Monday' }],
    after: at('⟦Russia said the talks⟧ On Monday had failed.'),
  },
  {
    name: 'dragged with words around it, undone',
    before,
    steps: [{ select: 'Monday Russia said the talks had' }, { drag: 'The |end' }, 'meet', { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'other words dragged into it',
    before,
    steps: [{ select: 'Nobody ' }, { drag: 'said |the' }],
    after: 'It began in spring.¶On Monday ⟦Russia said Nobody the talks⟧ had failed.¶answered.¶The end.',
  },
]
