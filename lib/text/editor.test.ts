// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import type { TextBlock, TextSpan } from '#/lib/text/block.ts'
import { canonicalText, createTextDoc, readBlocks } from '#/lib/text/flat.ts'
import { listNumbers } from '#/lib/text/list-numbers.ts'
import { toPos } from '#/lib/text/positions.ts'
import { openPeer, type Peer, pressKey } from '#/lib/text/testing/peer.ts'

let peer: Peer
afterEach(() => peer.destroy())

const p = (...spans: (string | TextSpan)[]): TextBlock => ({
  type: 'paragraph',
  spans: spans.map((span) => (typeof span === 'string' ? { text: span } : span)),
})
const h = (level: number, ...spans: string[]): TextBlock => ({ ...p(...spans), type: 'heading', level })
const q = (...spans: string[]): TextBlock => ({ ...p(...spans), type: 'quote' })
const li = (list: 'bullet' | 'ordered', indent: number, ...spans: string[]): TextBlock => ({
  ...p(...spans),
  type: 'listItem',
  list,
  indent,
})

/** Opens an editor on blocks in which "|" marks the caret or, twice, the selection. The marks are taken out. */
function open(blocks: TextBlock[], sectionSize = 2): void {
  const marked = blocks.map((block) => ({ ...block, spans: block.spans.map((span) => ({ ...span })) }))
  const offsets: number[] = []
  let offset = 0
  for (const block of marked) {
    for (const span of block.spans) {
      for (let at = span.text.indexOf('|'); at >= 0; at = span.text.indexOf('|')) {
        offsets.push(offset + at)
        span.text = span.text.slice(0, at) + span.text.slice(at + 1)
      }
      offset += span.text.length
    }
    offset++
  }
  peer = openPeer(createTextDoc(marked), { sectionSize })
  const [from = 0, to = from] = offsets
  peer.editor.commands.setTextSelection({ from: toPos(peer.editor.state.doc, from + 1), to: toPos(peer.editor.state.doc, to + 1) })
}

const press = (key: string) => pressKey(peer, key)
const blocks = () => readBlocks(peer.text)

/** Typing as the browser reports it, so that input rules see it. */
function type(text: string): void {
  for (const key of text) {
    const { from, to } = peer.editor.state.selection
    const handled = peer.editor.view.someProp('handleTextInput', (handle) =>
      handle(peer.editor.view, from, to, key, () => peer.editor.state.tr),
    )
    if (!handled) peer.editor.view.dispatch(peer.editor.state.tr.insertText(key, from, to))
  }
}

test.each<[key: string, before: TextBlock[], after: TextBlock[]]>([
  ['Enter', [p('one| two')], [p('one'), p(' two')]],
  ['Enter', [p('one|')], [p('one'), p()]],
  ['Enter', [p('|one')], [p(), p('one')]],
  ['Enter', [p('a|b'), p('c|d'), p('e')], [p('a'), p('d'), p('e')]],
  ['Enter', [h(2, 'head|')], [h(2, 'head'), p()]],
  ['Enter', [h(2, 'he|ad')], [h(2, 'he'), h(2, 'ad')]],
  ['Enter', [h(2, '|head')], [p(), h(2, 'head')]],
  ['Enter', [q('word|')], [q('word'), q()]],
  ['Enter', [q('|')], [p()]],
  ['Enter', [li('bullet', 0, 'item|')], [li('bullet', 0, 'item'), li('bullet', 0)]],
  ['Enter', [li('ordered', 2, 'it|em')], [li('ordered', 2, 'it'), li('ordered', 2, 'em')]],
  ['Enter', [li('ordered', 2, '|')], [li('ordered', 1)]],
  ['Enter', [li('ordered', 0, '|')], [p()]],
  ['Enter', [p('a'), p('|'), p('b')], [p('a'), p(), p(), p('b')]],
  ['Shift-Enter', [p('one| two')], [p('one\u2028 two')]],
  ['Mod-Enter', [p('o|ne| two')], [p('o\u2028 two')]],
  ['Backspace', [p('one'), p('|two')], [p('onetwo')]],
  ['Backspace', [p('one'), p('two'), p('|three')], [p('one'), p('twothree')]],
  ['Backspace', [h(1, 'one'), p('|two')], [h(1, 'onetwo')]],
  ['Backspace', [p(), h(1, '|two')], [h(1, 'two')]],
  ['Backspace', [p('a'), p(), h(1, '|two')], [p('a'), h(1, 'two')]],
  ['Backspace', [p('one'), p('|')], [p('one')]],
  ['Backspace', [p('|one')], [p('one')]],
  ['Backspace', [h(3, '|one')], [p('one')]],
  ['Backspace', [p('x'), q('|one')], [p('x'), p('one')]],
  ['Backspace', [p('x'), li('bullet', 1, '|one')], [p('x'), li('bullet', 0, 'one')]],
  ['Backspace', [p('x'), li('bullet', 0, '|one')], [p('x'), p('one')]],
  ['Backspace', [p('o|ne'), p('two'), p('thr|ee')], [p('oee')]],
  ['Backspace', [h(2, '|all'), p('of it|'), p('x')], [h(2), p('x')]],
  ['Backspace', [h(2, '|all'), p('of it|')], [p()]],
  ['Delete', [p('one|'), p('two')], [p('onetwo')]],
  ['Delete', [p('one'), p('two|'), li('ordered', 3, 'three')], [p('one'), p('twothree')]],
  ['Delete', [p('|'), h(1, 'two')], [h(1, 'two')]],
  ['Delete', [h(1, 'one|'), p()], [h(1, 'one')]],
  ['Delete', [p('one|')], [p('one')]],
  ['Delete', [p('o|ne'), p('tw|o')], [p('oo')]],
  ['Tab', [li('bullet', 0, '|a')], [li('bullet', 1, 'a')]],
  ['Tab', [li('bullet', 8, '|a')], [li('bullet', 8, 'a')]],
  ['Tab', [li('bullet', 0, 'a|'), p('b'), li('ordered', 3, '|c')], [li('bullet', 1, 'a'), p('b'), li('ordered', 4, 'c')]],
  ['Shift-Tab', [li('bullet', 2, '|a')], [li('bullet', 1, 'a')]],
  ['Shift-Tab', [li('bullet', 0, '|a')], [li('bullet', 0, 'a')]],
  ['Mod-b', [p('|one| two')], [p({ text: 'one', bold: true }, ' two')]],
  ['Mod-i', [p('one |two|')], [p('one ', { text: 'two', italic: true })]],
  ['Mod-Alt-2', [p('|one'), p('two|'), p('three')], [h(2, 'one'), h(2, 'two'), p('three')]],
  ['Mod-Alt-2', [h(2, '|one')], [p('one')]],
  ['Mod-Alt-0', [q('|one')], [p('one')]],
  ['Mod-Shift-7', [p('|one'), h(1, 'two|')], [li('ordered', 0, 'one'), li('ordered', 0, 'two')]],
  ['Mod-Shift-8', [li('bullet', 2, '|one')], [p('one')]],
  ['Mod-Shift-8', [li('ordered', 2, '|one')], [li('bullet', 2, 'one')]],
  ['Mod-Shift-9', [p('|one')], [q('one')]],
])('%s on %j', (key, before, after) => {
  open(before)
  press(key)
  expect(blocks()).toEqual(after)
})

test('Tab outside lists is left to the browser', () => {
  open([p('|one')])
  expect(peer.editor.commands.indentList(1)).toBe(false)
})

test.each<[typed: string, TextBlock]>([
  ['# x', h(1, 'x')],
  ['### x', h(3, 'x')],
  ['> x', q('x')],
  ['- x', li('bullet', 0, 'x')],
  ['* x', li('bullet', 0, 'x')],
  ['1. x', li('ordered', 0, 'x')],
  ['1917. x', p('1917. x')],
  ['a # x', p('a # x')],
  ['**x** ', p('**x** ')],
])('typing "%s"', (typed, block) => {
  open([p('|')])
  type(typed)
  expect(blocks()).toEqual([block])
})

test('a heading is not turned into a list by what is typed in it', () => {
  open([h(1, '|')])
  type('- x')
  expect(blocks()).toEqual([h(1, '- x')])
})

test('Backspace right after such a change takes it back', () => {
  open([p('|')])
  type('# ')
  press('Backspace')
  expect(blocks()).toEqual([p('# ')])
})

test('links: only addresses that are safe, around the caret, and off again', () => {
  open([p('see |this| page')])
  expect(peer.editor.commands.setLink({ href: 'javascript:alert(1)' })).toBe(false)
  expect(peer.editor.commands.setLink({ href: 'https://example.org/a' })).toBe(true)
  expect(blocks()).toEqual([p('see ', { text: 'this', href: 'https://example.org/a' }, ' page')])
  peer.editor.commands.setTextSelection(toPos(peer.editor.state.doc, 7))
  expect(peer.editor.commands.setLink({ href: 'mailto:a@example.org' })).toBe(true)
  expect(blocks()).toEqual([p('see ', { text: 'this', href: 'mailto:a@example.org' }, ' page')])
  peer.editor.commands.unsetLink()
  expect(blocks()).toEqual([p('see this page')])
})

const PASTE = new Event('paste') as ClipboardEvent

test.each<[html: string, before: TextBlock[], after: TextBlock[]]>([
  ['word', [p('a|b')], [p('awordb')]],
  ['<p>word</p>', [p('a|b')], [p('awordb')]],
  ['<p>one</p><p>two</p>', [p('a|b')], [p('aone'), p('twob')]],
  ['<h2>Head</h2><p>Text</p>', [p('|')], [h(2, 'Head'), p('Text')]],
  ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', [p('|')], [li('bullet', 0, 'a'), li('bullet', 1, 'b'), li('bullet', 0, 'c')]],
  ['<ol><li><p>a</p></li></ol><p>z</p>', [p('|')], [li('ordered', 0, 'a'), p('z')]],
  [
    '<p class=MsoListParagraph style="text-indent:-.25in;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><![endif]>a</p>' +
      '<p class=MsoListParagraph style="mso-list:l1 level2 lfo2"><span style="mso-list:Ignore">b)<span>&nbsp; </span></span>c</p>',
    [p('|')],
    [li('bullet', 0, 'a'), li('ordered', 1, 'c')],
  ],
  ['<blockquote><p>a</p><p>b</p></blockquote>', [p('|')], [q('a'), q('b')]],
  ['<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>', [p('|')], [p('a'), p('b'), p('c')]],
  ['<div>a<div>b</div>c</div>', [p('|')], [p('a'), p('b'), p('c')]],
  ['a<br>b', [p('|')], [p('a\u2028b')]],
  ['<pre>a\n  b</pre>', [p('|')], [p('a\u2028  b')]],
  ['<p>a\n   b</p>', [p('|')], [p('a b')]],
  ['<b style="font-weight:normal"><p>docs</p></b>', [p('|')], [p('docs')]],
  ['<span style="font-weight:700">x</span><i>y</i>', [p('|')], [p({ text: 'x', bold: true }, { text: 'y', italic: true })]],
  [
    '<a href="https://example.org">x</a><a href="javascript:alert(1)">y</a>',
    [p('|')],
    [p({ text: 'x', href: 'https://example.org' }, 'y')],
  ],
  ['<script>alert(1)</script><style>p{}</style><p onclick="x()">a<img src=x onerror=alert(1)></p>', [p('|')], [p('a')]],
  ['<p>x</p><br class="Apple-interchange-newline">', [p('a|b')], [p('axb')]],
  [
    '<section data-pm-slice="1 1 []"><p>a  b</p><p data-list="ordered" data-indent="3">c</p></section>',
    [p('|')],
    [p('a  b'), li('ordered', 3, 'c')],
  ],
  ['<section data-pm-slice="2 2 []"><p>one</p><p></p></section>', [p('a|b')], [p('aone'), p('b')]],
  ['\r\n<section data-pm-slice="2 2 []"><p>one</p><p></p></section>\r\n', [p('a|b')], [p('aone'), p('b')]],
  ['<section data-pm-slice="2 2 []"><p></p><p>one</p></section>', [p('a|b')], [p('a'), p('oneb')]],
  ['<section data-pm-slice="2 2 []"><p><br> one</p></section>', [p('a|b')], [p('a\u2028 oneb')]],
  ['<section data-pm-slice="2 2 []"><p> </p></section>', [p('a|b')], [p('a b')]],
])('pasting %s', (html, before, after) => {
  open(before)
  peer.editor.view.pasteHTML(html, PASTE)
  expect(blocks()).toEqual(after)
})

test('pasting plain text makes a paragraph of each line', () => {
  open([p('a|b')])
  peer.editor.view.pasteText('one\ntwo\r\nthree', PASTE)
  expect(blocks()).toEqual([p('aone'), p('two'), p('threeb')])
})

test('no script or handler survives the way through the clipboard', () => {
  open([p('|')])
  peer.editor.view.pasteHTML(
    '<svg onload=alert(1)><script>alert(1)</script></svg><p style="color:red" onmouseover="x">a</p><iframe src="javascript:x"></iframe>',
    PASTE,
  )
  expect(peer.editor.getHTML()).toBe('<section class="text-section"><p dir="auto">a</p></section>')
})

test('each kind of block is shown as its element, with its own direction', () => {
  open([h(2, 'a'), q('b'), li('ordered', 1, 'c'), p({ text: 'd', href: 'https://example.org' })], 50)
  expect(peer.editor.getHTML()).toBe(
    '<section class="text-section"><h2 dir="auto">a</h2><blockquote dir="auto">b</blockquote><p data-list="ordered" data-indent="1" dir="auto">c</p>' +
      '<p dir="auto"><a href="https://example.org" rel="noopener noreferrer nofollow" target="_blank">d</a></p></section>',
  )
})

test('sections are split when they have doubled, without a trace in the text', () => {
  open([p('|a'), p('b')], 2)
  const before = canonicalText(peer.text)
  for (let i = 0; i < 20; i++) press('Enter')
  expect(canonicalText(peer.text)).toBe('\n'.repeat(20) + before)
  const sizes: number[] = []
  peer.editor.state.doc.forEach((section) => {
    sizes.push(section.childCount)
  })
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1)
})

test('ordered items show their numbers across sections, and new ones when the list changes', () => {
  const numbers = () => [...peer.editor.view.dom.querySelectorAll('p')].map((item) => item.dataset.number ?? '')
  open([li('ordered', 0, 'a'), li('ordered', 0, 'b|'), li('ordered', 1, 'c'), li('ordered', 0, 'd'), p('x'), li('ordered', 0, 'e')], 2)
  expect(numbers()).toEqual(['1', '2', '1', '3', '', '1'])
  type('!')
  expect(numbers()).toEqual(['1', '2', '1', '3', '', '1'])
  press('Enter')
  expect(numbers()).toEqual(['1', '2', '3', '1', '4', '', '1'])
})

test.each<[outline: string, numbers: number[]]>([
  ['', []],
  ['-a-a', [0, 1, 0, 1]],
  ['aabba', [1, 2, 1, 2, 3]],
  ['abab', [1, 1, 2, 1]],
  ['aBBa', [1, 0, 0, 2]],
  ['aAa', [1, 0, 1]],
  ['caab', [1, 1, 2, 1]],
])('numbers of %j', (outline, numbers) => {
  expect(listNumbers(outline)).toEqual(numbers)
})

test('a text that has not arrived cannot be typed into', () => {
  peer = openPeer(new (createTextDoc([]).constructor as typeof import('yjs').Doc)())
  peer.editor.view.dispatch(peer.editor.state.tr.insertText('lost?', 2))
  expect(peer.text.length).toBe(0)
  expect(peer.editor.state.doc.textContent).toBe('')
  expect(peer.editor.view.editable).toBe(false)
})

test('showing a text never writes to it', () => {
  const doc = createTextDoc([h(1, 'a'), p({ text: 'b', bold: true }, 'c')])
  let updates = 0
  doc.on('update', () => updates++)
  peer = openPeer(doc)
  expect(updates).toBe(0)
})

test('undo brings the caret to what came back', () => {
  open([p('one two three'), p('end|')])
  peer.editor.view.dispatch(peer.editor.state.tr.delete(toPos(peer.editor.state.doc, 5), toPos(peer.editor.state.doc, 9)))
  peer.editor.commands.setTextSelection(toPos(peer.editor.state.doc, 12))
  peer.undo.undo()
  expect(canonicalText(peer.text)).toBe('one two three\nend')
  expect(peer.editor.state.selection.from).toBe(toPos(peer.editor.state.doc, 9))
})
