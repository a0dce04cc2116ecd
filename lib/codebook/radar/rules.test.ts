import { describe, expect, test } from 'vitest'
import { makeActor, makeAlias } from '../testing/entries.ts'
import { MentionIndex } from './mention-index.ts'
import { namedActor } from './named-actor.ts'

/** The words that are found as a name. */
function found(names: string[], text: string): string[] {
  const index = new MentionIndex()
  for (const [at, name] of names.entries()) index.set(namedActor(makeActor(`a${at}`, name)))
  return index.find(text).map(({ start, end }) => text.slice(start, end))
}

describe.each<[rule: string, cases: [name: string, text: string, found: string[]][]]>([
  [
    'whole words',
    [
      ['Russia', 'Russians and Prussia, but Russia', ['Russia']],
      ['Иран', 'иранский Тегеран, но Иран', ['Иран']],
      ['روسيا', 'بيلاروسيا وليست روسيا', ['روسيا']],
      ['美国', '据美国国防部称', ['美国']],
      ['Fatah', 'Fatah2', []],
    ],
  ],
  [
    'capitals: a name with a capital only where the text has one there',
    [
      ['Turkey', 'cold turkey, Turkey, TURKEY', ['Turkey', 'TURKEY']],
      ['al-Qaeda', 'Al-Qaeda, al-Qaeda, AL-QAEDA, al-qaeda', ['Al-Qaeda', 'al-Qaeda', 'AL-QAEDA']],
      ['rebels', 'Rebels met rebels', ['Rebels', 'rebels']],
      ['Рада', 'рада видеть, Рада решила', ['Рада']],
      ['Russian Ministry of Defence', 'the Russian ministry of defence', ['Russian ministry of defence']],
    ],
  ],
  [
    'acronyms: as written, with or without full stops',
    [
      ['US', 'told us, US forces, Us, U.S. troops', ['US', 'U.S.']],
      ['U.S. Army', 'a US Army base', ['US Army']],
      ['HTS', 'hts, HTS', ['HTS']],
      ['США', 'США и сша', ['США']],
      ['UNESCO', 'Unesco and UNESCO, not unesco', ['Unesco', 'UNESCO']],
    ],
  ],
  [
    'acronyms take Russian endings',
    [
      ['МИД', 'глава МИДа в МИДе с МИДом, мид, МИДИЯ', ['МИДа', 'МИДе', 'МИДом']],
      ['ООН', 'ООН', ['ООН']],
    ],
  ],
  [
    'diacritics and vowel marks do not count',
    [
      ['Türkiye', 'Turkiye, TÜRKİYE and Türkiye', ['Turkiye', 'TÜRKİYE', 'Türkiye']],
      ['Соединённые Штаты', 'Соединенные Штаты', ['Соединенные Штаты']],
      ['هيئة تحرير الشام', 'هيئة تحرير الشَّام', ['هيئة تحرير الشَّام']],
      ['إيران', 'ايران', ['ايران']],
      ['حماس', 'حمـــاس', ['حمـــاس']],
    ],
  ],
  [
    'apostrophes of any shape, or none',
    [
      ["Hay'at Tahrir al-Sham", 'Hay’at Tahrir al-Sham, Hayʾat Tahrir al-Sham, Hayat Tahrir al-Sham', 3],
      ['Qaida', "Qa'ida", ["Qa'ida"]],
      ["Lloyd's", 'Lloyd’s of London', ['Lloyd’s']],
    ].map(([name, text, many]) => [name, text, many === 3 ? String(text).split(', ') : many]) as [string, string, string[]][],
  ],
  [
    'possessives stay outside',
    [
      ['Russia', "Russia’s pilots and Russia's ships", ['Russia', 'Russia']],
      ['United States', 'the United States’ envoy', ['United States']],
    ],
  ],
  [
    'hyphens and spaces',
    [
      ['al-Nusra', 'al Nusra, al‑Nusra, alNusra', ['al Nusra', 'al‑Nusra', 'alNusra']],
      ['Ahrar al Sham', 'Ahrar al-Sham', ['Ahrar al-Sham']],
      ['Hezbollah', 'Hezb-ollah', ['Hezb-ollah']],
      ['Security Council', 'Security  Council, Security\u00a0Council, Security\u2028Council', 3],
      ['Ут-Тахрир', 'Ут Тахрир', ['Ут Тахрир']],
    ].map(([name, text, many]) => [name, text, many === 3 ? String(text).split(', ') : many]) as [string, string, string[]][],
  ],
  [
    'names do not go on across the end of a sentence, a comma or a paragraph',
    [
      ['Iran Air', 'from Iran. Air strikes, Iran, Air, Iran\nAir', []],
      ['Gen Haftar', 'Gen. Haftar', ['Gen. Haftar']],
      ['Движение Талибан', 'движение, Движение «Талибан»', ['Движение «Талибан']],
    ],
  ],
  [
    'Russian cases',
    [
      ['Россия', 'в России, с Россией, Россию', ['России', 'Россией', 'Россию']],
      ['Пентагон', 'Пентагона, Пентагону, Пентагоном, Пентагоне', ['Пентагона', 'Пентагону', 'Пентагоном', 'Пентагоне']],
      ['Лавров', 'Лаврова, Лавровым, Лаврове', ['Лаврова', 'Лавровым', 'Лаврове']],
      ['Анкара', 'Анкары, Анкаре, Анкарой', ['Анкары', 'Анкаре', 'Анкарой']],
      ['Китай', 'Китая, Китаем, китайский', ['Китая', 'Китаем']],
      ['Кремль', 'Кремля, Кремлём', ['Кремля', 'Кремлём']],
      ['курды', 'курдов и курдами, курдский', ['курдов', 'курдами']],
      ['Министерство обороны', 'Министерством обороны', ['Министерством обороны']],
      ['Соединённые Штаты', 'Соединённых Штатов', ['Соединённых Штатов']],
      ['Верховный Совет', 'Верховного Совета', ['Верховного Совета']],
      ['Совет Безопасности', 'В Совете Безопасности', ['Совете Безопасности']],
      ['Исламская Республика', 'Исламской Республикой', ['Исламской Республикой']],
      ['Свободная сирийская армия', 'Свободной сирийской армии', ['Свободной сирийской армии']],
    ],
  ],
  [
    'Russian names of one have no plural: another surname is another name',
    [
      ['Иван', 'Иванов, Ивана', ['Ивана']],
      ['Ирак', 'Ираков, Ирака', ['Ирака']],
    ],
  ],
  [
    'Arabic prefixes: and, so, in, as, to',
    [
      ['روسيا', 'وروسيا فروسيا بروسيا كروسيا لروسيا وبروسيا', ['وروسيا', 'فروسيا', 'بروسيا', 'كروسيا', 'لروسيا', 'وبروسيا']],
      ['الولايات المتحدة', 'للولايات المتحدة، وللولايات المتحدة', ['للولايات المتحدة', 'وللولايات المتحدة']],
      ['البنتاغون', 'والبنتاغون، بالبنتاغون، فالبنتاغون، كالبنتاغون', ['والبنتاغون', 'بالبنتاغون', 'فالبنتاغون', 'كالبنتاغون']],
      ['اللاجئون', 'للاجئين', ['للاجئين']],
      ['ليبيا', 'لليبيا', ['لليبيا']],
      ['مجلس الأمن', 'ولمجلس الأمن قرار', ['ولمجلس الأمن']],
    ],
  ],
  [
    'the Arabic article may come to a name, not go from it',
    [
      ['حوثيون', 'الحوثيون والحوثيين', ['الحوثيون', 'والحوثيين']],
      ['الأسد', 'أسد والأسد', ['والأسد']],
    ],
  ],
  ['Arabic plurals in any case', [['الحوثيون', 'الحوثيين', ['الحوثيين']]]],
])('%s', (_rule, cases) => {
  test.each(cases)('%s', (name, text, expected) => {
    expect(found([name], text)).toEqual(expected)
  })
})

test('the longest name wins, also of another actor', () => {
  expect(
    found(
      ['Russia', 'Russian', 'Russian Ministry of Defence', 'Defence'],
      'the Russian Ministry of Defence; the Russian Ministry of Trade',
    ),
  ).toEqual(['Russian Ministry of Defence', 'Russian'])
})

test('two actors with one name are both offered, in the order they came', () => {
  const index = new MentionIndex()
  index.set(namedActor(makeActor('georgia', 'Georgia')))
  index.set(namedActor(makeActor('state', 'State of Georgia', ['Georgia'])))
  expect(index.find('Georgia')).toEqual([{ start: 0, end: 7, actorIds: ['georgia', 'state'] }])
})

test('a name counts on the days it was in use; without a date of the document always', () => {
  const index = new MentionIndex()
  index.set(namedActor(makeActor('hts', 'HTS', [], { aliases: [makeAlias('Nusra Front', { from: '2012-01-23', until: '2016-07-28' })] })))
  const on = (day: string | null) => index.find('The Nusra Front', day).length
  expect([on('2012-01-22'), on('2012-01-23'), on('2016-07-28'), on('2016-07-29'), on(null)]).toEqual([0, 1, 1, 0, 1])
})

test('a name out of use does not hide a shorter one', () => {
  const index = new MentionIndex()
  index.set(namedActor(makeActor('un', 'Front')))
  index.set(namedActor(makeActor('old', 'Old', [], { aliases: [makeAlias('Front National', { until: '2018-05-31' })] })))
  expect(index.find('Front National', '2019-01-01')[0]?.actorIds).toEqual(['un'])
})

test('archived actors are not looked for', () => {
  const index = new MentionIndex()
  index.set(namedActor(makeActor('a', 'Russia', [], { state: 'archived' })))
  expect(index.find('Russia')).toEqual([])
})
