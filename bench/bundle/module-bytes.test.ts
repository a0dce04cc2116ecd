import { describe, expect, test } from 'vitest'
import { moduleName } from './module-bytes.ts'

describe('moduleName', () => {
  test.each([
    ['turbopack:///[project]/components/reader/cards.tsx', 'components/reader/cards.tsx'],
    ['file:///home/a/%5Bproject%5D/lib/id.ts', 'file:///home/a/[project]/lib/id.ts'],
    ['turbopack:///[project]/node_modules/yjs/src/utils/Doc.js?x=1', 'node_modules/yjs/src/utils/Doc.js'],
    ['turbopack:///[turbopack]/browser/runtime.ts', '[turbopack]/browser/runtime.ts'],
  ])('%s', (source, name) => expect(moduleName(source)).toBe(name))
})
