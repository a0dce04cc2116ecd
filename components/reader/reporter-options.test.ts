import { expect, test } from 'vitest'
import type { Reporter } from '#/lib/annotation/reporters.ts'
import { makeActor, makeCodebook } from '#/lib/codebook/testing/entries.ts'
import { CodebookView } from './codebook-view.ts'
import { movedLink, reporterMeant, reporterOptions } from './reporter-options.ts'

const CODEBOOK = new CodebookView({
  ...makeCodebook(),
  actors: [makeActor('sana', 'SANA', ['سانا']), makeActor('reuters', 'Reuters'), makeActor('sanaa', 'Sanaa authorities')],
  actorUses: {},
  themeUses: {},
  statementsWithActors: 0,
  statementsWithThemes: 0,
  memoed: [],
})

test('actors that match are offered first, the words as a name last', () => {
  expect(reporterOptions('san', CODEBOOK, [])).toEqual([{ actor: 'sana' }, { actor: 'sanaa' }, { name: 'san' }])
  expect(reporterOptions('سانا', CODEBOOK, [])).toEqual([{ actor: 'sana' }, { name: 'سانا' }])
  expect(reporterOptions(' a  resident ', CODEBOOK, [])).toEqual([{ name: 'a resident' }])
  expect(reporterOptions('  ', CODEBOOK, [])).toEqual([])
})

test('who is in the chain already is not offered again', () => {
  expect(reporterOptions('sana', CODEBOOK, [{ actor: 'sana' }])).toEqual([{ actor: 'sanaa' }, { name: 'sana' }])
})

test('words left in the field mean the actor of just that name, otherwise a name', () => {
  expect(reporterMeant('reuters', CODEBOOK, [])).toEqual({ actor: 'reuters' })
  expect(reporterMeant('san', CODEBOOK, [])).toEqual({ name: 'san' })
  expect(reporterMeant('', CODEBOOK, [])).toBeUndefined()
})

test('a link moves by one place and stays at the ends', () => {
  const chain: Reporter[] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]
  const names = (links: readonly Reporter[]) => links.map((link) => ('name' in link ? link.name : '')).join('')
  expect(names(movedLink(chain, 0, 1))).toBe('bac')
  expect(names(movedLink(chain, 2, -1))).toBe('acb')
  expect(names(movedLink(chain, 0, -1))).toBe('abc')
  expect(names(movedLink(chain, 2, 1))).toBe('abc')
})
