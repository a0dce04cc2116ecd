import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeText, isBinary } from './decode-text.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/import/${name}`))

test.each([
  ['russian-windows-1251.txt', 'windows-1251', 'Представитель Пентагона'],
  ['russian-koi8-r.txt', 'koi8-r', 'Представитель Пентагона'],
  ['russian-ibm866.txt', 'ibm866', 'Представитель Пентагона'],
  ['russian-utf-16le.txt', 'utf-16le', 'Представитель Пентагона'],
  ['russian-utf-16be-bom.txt', 'utf-16be', 'Представитель Пентагона'],
  ['ukrainian-windows-1251.txt', 'windows-1251', 'лінія зв'],
  ['arabic-windows-1256.txt', 'windows-1256', 'المتحدث باسم وزارة الدفاع'],
  ['arabic-iso-8859-6.txt', 'iso-8859-6', 'المتحدث باسم وزارة الدفاع'],
  ['arabic-utf-8-bom.txt', 'utf-8', 'المتحدث باسم وزارة الدفاع'],
])('%s is %s', (name, encoding, words) => {
  const decoded = decodeText(fixture(name))
  expect(decoded).toMatchObject({ encoding, unreadable: 0 })
  expect(decoded.text).toContain(words)
  expect(isBinary(fixture(name))).toBe(false)
})

// A headline, a name, all capitals: too little for statistics of byte pairs.
test.each([
  ['windows-1251', 'Пентагон подтвердил'],
  ['windows-1251', 'Хмеймим'],
  ['windows-1251', 'ПРИВЕТ'],
  ['windows-1251', '«Горячая линия» работает — сказал генерал.'],
  ['windows-1251', 'Україна'],
  ['windows-1251', 'Hotline: линия связи с US Central Command'],
  ['koi8-r', 'Пентагон подтвердил'],
  ['koi8-r', 'Москва, 3 декабря. РИА'],
  ['ibm866', 'ЗАЯВЛЕНИЕ ПРЕДСТАВИТЕЛЯ'],
  ['windows-1256', 'حلب'],
  ['windows-1256', 'هيئة تحرير الشام'],
  ['windows-1256', 'قال المتحدث: «لا»، إن الخط الساخن يعمل.'],
  ['windows-1255', 'דובר הפנטגון אישר'],
  ['windows-1253', 'Ο εκπρόσωπος του Πενταγώνου'],
  ['windows-1252', 'Le général a déclaré hier à Genève'],
  ['windows-1252', '“Quoted” – it’s'],
  ['windows-1250', 'Příliš žluťoučký kůň'],
  ['windows-1254', 'Türkiye Cumhurbaşkanı açıkladı'],
  ['gb18030', '联合国安理会第2254号决议'],
  ['shift_jis', '国防総省の報道官は米露間のホットラインを確認した'],
])('%s: %s', (encoding, text) => {
  expect(decodeText(new Uint8Array(iconv.encode(text, encoding))).text).toBe(text)
})

test('UTF-8 text comes back as it was, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && !text.includes('\u001b$'))
      expect(decodeText(new TextEncoder().encode(text))).toMatchObject({ text, encoding: 'utf-8', isGuess: false })
    }),
  )
})

test('a declared encoding is believed, except against valid UTF-8', () => {
  const short = new Uint8Array([0xe4, 0xe0])
  expect(decodeText(short, 'windows-1251').text).toBe('да')
  expect(decodeText(new TextEncoder().encode('да'), 'windows-1251').text).toBe('да')
})

test('UTF-8 with a broken byte stays UTF-8 and counts what was lost', () => {
  const bytes = new TextEncoder().encode('Линия связи над Сирией работает круглосуточно, сказал он. '.repeat(3))
  bytes[20] = 0xff
  expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', isGuess: true, unreadable: expect.any(Number) })
  expect(decodeText(bytes).text).toContain('круглосуточно')
})

test('data is told from text', () => {
  const data = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)
  expect(isBinary(data)).toBe(true)
  expect(isBinary(new TextEncoder().encode('Text\twith a form feed\f and an escape \u001b.\r\n'))).toBe(false)
})
