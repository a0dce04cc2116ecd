import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

export type HtmlNode = Tree.ChildNode
export type HtmlElement = Tree.Element
export type HtmlParent = Tree.ParentNode

export function isElement(node: Tree.Node): node is HtmlElement {
  return 'tagName' in node
}

export function isText(node: Tree.Node): node is Tree.TextNode {
  return node.nodeName === '#text'
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** Elements whose content is no part of a text people read. */
const NEVER_TEXT = new Set(
  'head script style noscript template iframe object embed svg math canvas audio video map select button input textarea datalist dialog rt rp'.split(
    ' ',
  ),
)

export function isHidden(element: HtmlElement): boolean {
  if (NEVER_TEXT.has(element.tagName) || attribute(element, 'hidden') !== undefined) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')
}

/**
 * All nodes below one, in document order, without recursion (hostile files nest 100 000 deep). `enter` answering false
 * leaves a node's descendants out.
 */
export function* descendants(root: HtmlParent, enter: (node: HtmlNode) => boolean = () => true): Generator<HtmlNode> {
  const stack: HtmlNode[] = root.childNodes.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    if (isElement(node) && enter(node)) for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!)
  }
}

/** The visible text below a node, white space collapsed. */
export function textOf(root: HtmlParent): string {
  let text = ''
  for (const node of descendants(root, (node) => isElement(node) && !isHidden(node))) if (isText(node)) text += node.value
  return text.replace(/\s+/g, ' ').trim()
}
