import type { ConcurrentCase } from './anchor-case.ts'

const before = 'It began in spring.¶On Monday ⟦Russia said the talks⟧ had failed.¶Nobody answered.¶The end.'
const gone = (rest: string) => `It began in spring.¶On Monday  had failed.¶${rest}`

/** One person moves words, or both do, while the other works on them. Words have one body: they are never there twice. */
export const movePairs: readonly ConcurrentCase[] = [
  {
    name: 'both move it, to different places',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'The |end' }, { press: 'Mod-v' }],
    after: [gone('Nobody ⟦Russia said the talks⟧answered.¶The end.'), gone('Nobody answered.¶The ⟦Russia said the talks⟧end.')],
  },
  {
    name: 'both move it to the same place',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ select: 'Russia said the talks' }, { drag: 'Nobody |answered' }],
    after: gone('Nobody ⟦Russia said the talks⟧answered.¶The end.'),
  },
  {
    name: 'one moves it, the other its paragraph',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'The |end' }, { press: 'Mod-v' }],
    b: [{ select: 'On Monday Russia said the talks had failed.¶' }, { press: 'Mod-x' }, { caret: '|It began' }, { press: 'Mod-v' }],
    after: [
      'On Monday  had failed.¶It began in spring.¶Nobody answered.¶The ⟦Russia said the talks⟧end.',
      'On Monday ⟦Russia said the talks⟧ had failed.¶It began in spring.¶Nobody answered.¶The end.',
    ],
  },
  {
    name: 'both move it and one takes it back when both have met',
    before,
    a: [{ select: 'Russia said the talks' }, { drag: 'Nobody |answered' }, 'meet', { press: 'Mod-z' }],
    b: [{ select: 'Russia said the talks' }, { drag: 'The |end' }],
    after: [before, gone('Nobody ⟦Russia said the talks⟧answered.¶The end.'), gone('Nobody answered.¶The ⟦Russia said the talks⟧end.')],
  },
  {
    name: 'one moves it, the other types inside: the new words stay where they were typed',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ caret: 'said |the' }, { type: 'now ' }],
    after: [
      'It began in spring.¶On Monday now  had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
      'It began in spring.¶On Monday  had failed.¶Nobody ⟦Russia said now the talks⟧answered.¶The end.',
    ],
  },
  {
    name: 'one moves it, the other types at its end',
    before,
    a: [{ select: 'Russia said the talks' }, { drag: 'Nobody |answered' }],
    b: [{ caret: 'talks| had' }, { type: ' again' }],
    after: 'It began in spring.¶On Monday  again had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
  },
  {
    name: 'one moves its paragraph, the other types elsewhere in it',
    before,
    a: [{ select: 'On Monday Russia said the talks had failed.¶' }, { press: 'Mod-x' }, { caret: '|The end' }, { press: 'Mod-v' }],
    b: [{ caret: 'Nobody| answered' }, { type: ' has' }],
    after: 'It began in spring.¶Nobody has answered.¶On Monday ⟦Russia said the talks⟧ had failed.¶The end.',
  },
  {
    name: 'one moves it, the other deletes a word of it',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ select: 'said ' }, { press: 'Delete' }],
    after: [gone('Nobody ⟦Russia said the talks⟧answered.¶The end.'), gone('Nobody ⟦Russia the talks⟧answered.¶The end.')],
  },
  {
    name: 'one moves it, the other deletes its paragraph: what was moved lives',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ select: 'On Monday Russia said the talks had failed.¶' }, { press: 'Delete' }],
    after: 'It began in spring.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
  },
  {
    name: 'one moves it, the other splits it',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ caret: 'said |the' }, { press: 'Enter' }],
    after: [
      'It began in spring.¶On Monday ¶ had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
      'It began in spring.¶On Monday  had failed.¶Nobody ⟦Russia said ¶the talks⟧answered.¶The end.',
    ],
  },
  {
    name: 'one moves it, the other makes its paragraph a heading',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ caret: 'Rus|sia' }, { press: 'Mod-Alt-2' }],
    after: 'It began in spring.¶## On Monday  had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
  },
  {
    name: 'one moves it, the other replaces its last word',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ select: 'talks' }, { type: 'round' }],
    after: [
      'It began in spring.¶On Monday round had failed.¶Nobody ⟦Russia said the talks⟧answered.¶The end.',
      'It began in spring.¶On Monday round had failed.¶Nobody ⟦Russia said the ⟧answered.¶The end.',
      'It began in spring.¶On Monday  had failed.¶Nobody ⟦Russia said the round⟧answered.¶The end.',
    ],
  },
  {
    name: 'one moves it, the other deletes it and takes that back: the words are there once',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ select: 'Russia said the talks' }, { press: 'Delete' }, { press: 'Mod-z' }],
    after: [before, gone('Nobody ⟦Russia said the talks⟧answered.¶The end.')],
  },
  {
    name: 'one moves it where the other deletes the paragraph',
    before,
    a: [{ select: 'Russia said the talks' }, { press: 'Mod-x' }, { caret: 'Nobody |answered' }, { press: 'Mod-v' }],
    b: [{ select: 'Nobody answered.¶' }, { press: 'Delete' }],
    after: [gone('⟦Russia said the talks⟧The end.'), 'It began in spring.¶On Monday  had failed.⟦Russia said the talks⟧¶The end.'],
  },
]
