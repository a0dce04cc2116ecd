import type { Page } from '@playwright/test'

/** Roles of things one can use or must be able to tell apart. */
const NAMED = [
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'group',
  'image',
  'img',
  'link',
  'listbox',
  'menuitem',
  'option',
  'progressbar',
  'radio',
  'radiogroup',
  'region',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'table',
  'tablist',
  'textbox',
  'toolbar',
  'tree',
  'treeitem',
]

interface Node {
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  backendDOMNodeId?: number
}

/**
 * What a screen reader would find without a name on the open page, as the browser itself computes it. Axe asks for names of
 * fewer roles.
 */
export async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
  const found = nodes.filter((node) => !node.ignored && NAMED.includes(node.role?.value ?? '') && !node.name?.value.trim())
  const described: string[] = []
  for (const { role, backendDOMNodeId } of found) {
    const { outerHTML } = await session.send('DOM.getOuterHTML', { backendNodeId: backendDOMNodeId ?? 0 })
    // An unnamed fieldset or details is a plain container.
    if (role?.value !== 'group' || /role="group"/.test(outerHTML)) described.push(`${role?.value}: ${outerHTML.slice(0, 160)}`)
  }
  await session.detach()
  return described
}
