import { expect, test } from 'vitest'
import { typedMeanwhile } from './typed-meanwhile.ts'

test('what was sent goes; what was typed behind it while it was on its way stays', () => {
  expect(typedMeanwhile('Agreed.', 'Agreed.')).toBeNull()
  expect(typedMeanwhile('Agreed. \n', 'Agreed.')).toBeNull()
  expect(typedMeanwhile('Agreed. But why?', 'Agreed.')).toBe('But why?')
  expect(typedMeanwhile(null, 'Agreed.')).toBeNull()
})

test('words that are others by now stay whole', () => {
  expect(typedMeanwhile('I do not agree.', 'Agreed.')).toBe('I do not agree.')
})
