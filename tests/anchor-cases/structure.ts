import type { SingleCase } from './anchor-case.ts'

const before = 'It began in spring.¶On Monday ⟦Russia said the talks⟧ had failed.¶Nobody answered.¶The end.'
const at = (sentence: string) => `It began in spring.¶${sentence}¶Nobody answered.¶The end.`

/** Blocks split, joined and changed, and words formatted. */
export const structure: readonly SingleCase[] = [
  {
    name: 'split inside',
    before,
    steps: [{ caret: 'said |the' }, { press: 'Enter' }],
    after: at('On Monday ⟦Russia said ¶the talks⟧ had failed.'),
  },
  {
    name: 'split inside a word',
    before,
    steps: [{ caret: 'Rus|sia' }, { press: 'Enter' }],
    after: at('On Monday ⟦Rus¶sia said the talks⟧ had failed.'),
  },
  {
    name: 'split before',
    before,
    steps: [{ caret: 'Monday |Russia' }, { press: 'Enter' }],
    after: at('On Monday ¶⟦Russia said the talks⟧ had failed.'),
  },
  {
    name: 'split after',
    before,
    steps: [{ caret: 'talks| had' }, { press: 'Enter' }],
    after: at('On Monday ⟦Russia said the talks⟧¶ had failed.'),
  },
  {
    name: 'split inside, undone',
    before,
    steps: [{ caret: 'said |the' }, { press: 'Enter' }, 'meet', { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'a word inside replaced by a new paragraph',
    before,
    steps: [{ select: 'said ' }, { press: 'Enter' }],
    after: at('On Monday ⟦Russia ¶the talks⟧ had failed.'),
  },
  {
    name: 'joined with the paragraph before',
    before,
    steps: [{ caret: '|On Monday' }, { press: 'Backspace' }],
    after: 'It began in spring.On Monday ⟦Russia said the talks⟧ had failed.¶Nobody answered.¶The end.',
  },
  {
    name: 'joined with the paragraph after',
    before,
    steps: [{ caret: 'had failed.|' }, { press: 'Delete' }],
    after: 'It began in spring.¶On Monday ⟦Russia said the talks⟧ had failed.Nobody answered.¶The end.',
  },
  {
    name: 'joined with the paragraph before, undone',
    before,
    steps: [{ caret: '|On Monday' }, { press: 'Backspace' }, 'meet', { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'two paragraphs that it covers joined',
    before: 'It began in spring.¶On Monday ⟦Russia said¶the talks⟧ had failed.',
    steps: [{ caret: '|the talks' }, { press: 'Backspace' }],
    after: 'It began in spring.¶On Monday ⟦Russia saidthe talks⟧ had failed.',
  },
  {
    name: 'words across the paragraphs that it covers deleted',
    before: 'It began in spring.¶On Monday ⟦Russia said¶the talks⟧ had failed.',
    steps: [{ select: ' said¶the' }, { press: 'Delete' }],
    after: 'It began in spring.¶On Monday ⟦Russia talks⟧ had failed.',
  },
  {
    name: 'made a heading',
    before,
    steps: [{ caret: 'Rus|sia' }, { press: 'Mod-Alt-2' }],
    after: at('## On Monday ⟦Russia said the talks⟧ had failed.'),
  },
  {
    name: 'made a heading and a paragraph again',
    before,
    steps: [{ caret: 'Rus|sia' }, { press: 'Mod-Alt-2' }, 'meet', { press: 'Mod-Alt-2' }],
    after: before,
  },
  {
    name: 'made a heading by typing a hash',
    before,
    steps: [{ caret: '|On Monday' }, { type: '# ' }],
    after: at('# On Monday ⟦Russia said the talks⟧ had failed.'),
  },
  {
    name: 'a heading that begins with it made a paragraph',
    before: 'It began in spring.¶## ⟦Russia said the talks⟧ had failed¶Nobody answered.',
    steps: [{ caret: 'said| the' }, { press: 'Mod-Alt-0' }],
    after: 'It began in spring.¶⟦Russia said the talks⟧ had failed¶Nobody answered.',
  },
  {
    name: 'made a quote',
    before,
    steps: [{ caret: 'Rus|sia' }, { press: 'Mod-Shift-9' }],
    after: at('> On Monday ⟦Russia said the talks⟧ had failed.'),
  },
  {
    name: 'made a list item, moved in twice and out once',
    before,
    steps: [{ caret: 'Rus|sia' }, { press: 'Mod-Shift-8' }, { press: 'Tab', times: 2 }, { press: 'Shift-Tab' }],
    after: at('  - On Monday ⟦Russia said the talks⟧ had failed.'),
  },
  {
    name: 'wrapped into a numbered list with its neighbour, undone',
    before,
    steps: [{ select: 'talks had failed.¶Nobody' }, { press: 'Mod-Shift-7' }, 'meet', { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'a list item split inside',
    before: 'It began in spring.¶- On Monday ⟦Russia said the talks⟧ had failed.¶Nobody answered.',
    steps: [{ caret: 'said |the' }, { press: 'Enter' }],
    after: 'It began in spring.¶- On Monday ⟦Russia said ¶- the talks⟧ had failed.¶Nobody answered.',
  },
  {
    name: 'bold across its start, italic across its end, bold off again',
    before,
    steps: [
      { select: 'Monday Russia' },
      { press: 'Mod-b' },
      { select: 'talks had' },
      { press: 'Mod-i' },
      { select: 'Russia said' },
      { press: 'Mod-b' },
    ],
    after: before,
  },
  {
    name: 'all of it bold, undone',
    before,
    steps: [{ select: 'Russia said the talks' }, { press: 'Mod-b' }, 'meet', { press: 'Mod-z' }],
    after: before,
  },
  {
    name: 'words typed at the end when it ends in bold',
    before,
    steps: [{ select: 'the talks' }, { press: 'Mod-b' }, { caret: 'talks| had' }, { type: ' again' }],
    after: at('On Monday ⟦Russia said the talks⟧ again had failed.'),
  },
  {
    name: 'a line break inside',
    before,
    steps: [{ caret: 'said |the' }, { press: 'Shift-Enter' }],
    after: at('On Monday ⟦Russia said ↵the talks⟧ had failed.'),
  },
  {
    name: 'a line break at its start',
    before,
    steps: [{ caret: 'Monday |Russia' }, { press: 'Shift-Enter' }],
    after: at('On Monday ↵⟦Russia said the talks⟧ had failed.'),
  },
  {
    name: 'a line break inside deleted',
    before: 'It began in spring.¶On Monday ⟦Russia said↵the talks⟧ had failed.',
    steps: [{ caret: '|the talks' }, { press: 'Backspace' }],
    after: 'It began in spring.¶On Monday ⟦Russia saidthe talks⟧ had failed.',
  },
]
