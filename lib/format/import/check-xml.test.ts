import { expect, test } from 'vitest'
import { checkXml } from './check-xml.ts'

const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)

test.each<[string, string, ReturnType<typeof checkXml>]>([
  ['an ordinary document', '<?xml version="1.0"?><w><p a="1"/><p>x</p></w>', null],
  ['siblings without end', `<w>${'<p><r/></p>'.repeat(5000)}</w>`, null],
  ['a doctype in a comment', '<w><!-- <!DOCTYPE a> --></w>', null],
  ['a doctype in characters', '<w><![CDATA[<!DOCTYPE a>]]></w>', null],
  ['billion laughs', '<!DOCTYPE lolz [<!ENTITY lol "lol">]><w>&lol;</w>', 'doctype'],
  ['a comment that hides one', '<!-- x --><!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><w/>', 'doctype'],
  ['two hundred levels', nested(200), null],
  ['one more', nested(201), 'too-deep'],
  ['a million levels', nested(1_000_000), 'too-deep'],
])('%s', (_what, xml, expected) => {
  expect(checkXml(xml)).toBe(expected)
})
