import { expect, test } from 'vitest'
import { attachment } from './attachment.ts'

test('a name in any script, with a fallback for clients that only know ASCII', () => {
  expect(attachment('Отдел-1.csv')).toBe(`attachment; filename="_____-1.csv"; filename*=UTF-8''%D0%9E%D1%82%D0%B4%D0%B5%D0%BB-1.csv`)
})

test('what a header value may not hold plainly is encoded', () => {
  expect(attachment(`it's (a) "b"*.pdf`)).toBe(
    `attachment; filename="it_s__a___b__.pdf"; filename*=UTF-8''it%27s%20%28a%29%20%22b%22%2A.pdf`,
  )
})
