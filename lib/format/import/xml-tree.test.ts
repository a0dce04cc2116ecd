import { expect, test } from 'vitest'
import { childNamed, childrenNamed, parseXmlTree } from './xml-tree.ts'

const parse = (xml: string, most = 100) => parseXmlTree(new TextEncoder().encode(xml), most)

test('a tree has names without prefixes, attributes and its own text', () => {
  const read = parse('\ufeff<p:a xmlns:p="urn:x" k="&#10;1"><p:b>one &amp; <![CDATA[<two>]]></p:b><c/><p:b/></p:a>')
  if (!read.ok) throw new Error(read.problem)
  expect(read.root).toMatchObject({ name: 'a', uri: 'urn:x', attributes: { k: '\n1' } })
  expect(childNamed(read.root, 'b')?.text).toBe('one & <two>')
  expect(childrenNamed(read.root, 'b')).toHaveLength(2)
  expect(childrenNamed(undefined, 'b')).toEqual([])
})

test.each([
  ['corrupt', '<a><b></a>'],
  ['corrupt', 'no XML'],
  ['corrupt', '<a>&unknown;</a>'],
  ['doctype', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['too-deep', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
  ['too-large', `<a>${'<b/>'.repeat(100)}</a>`],
] as const)('%s: %s', (problem, xml) => {
  expect(parse(xml)).toEqual({ ok: false, problem })
})
