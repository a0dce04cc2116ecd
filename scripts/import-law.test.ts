import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Where the import stands, what it imports, and words of the refusal; null when the law allows it. */
const CASES: [file: string, module: string, refusal: string | null][] = [
  ['lib/text/flat.ts', '#/lib/anchor/resolve.ts', null],
  ['lib/text/flat.ts', 'yjs', null],
  ['lib/text/flat.ts', '#/db/client.ts', 'lowest floor'],
  ['lib/text/flat.ts', '../../server/log.ts', 'lowest floor'],
  ['lib/text/flat.ts', 'react', 'pure domain'],
  ['lib/text/flat.ts', 'next/headers', 'pure domain'],
  ['lib/text/flat.ts', 'drizzle-orm/pg-core', 'SQL lives in db/'],
  ['lib/text/flat.ts', 'node:fs/promises', 'no I/O'],
  ['lib/text/flat.test.ts', 'node:fs', null],
  ['lib/text/flat.test.ts', '#/server/log.ts', 'lowest floor'],
  ['db/queries/people.ts', 'drizzle-orm', null],
  ['db/queries/people.ts', '../schema/people.ts', null],
  ['db/queries/people.ts', '#/server/auth/session.ts', 'imports lib/ only'],
  ['db/queries/people.ts', 'react', 'knows SQL only'],
  ['server/collab/rooms.ts', '#/db/queries/people.ts', null],
  ['server/collab/rooms.ts', '#/components/ui/chip.tsx', 'return plain data'],
  ['server/collab/rooms.ts', '#/db/schema/people.ts', 'db/queries/'],
  ['server/collab/rooms.ts', 'pg', 'SQL lives in db/'],
  ['server/collab/rooms.ts', '#/tests/support/make-user.ts', 'own tests'],
  ['server/usecases/add-member.ts', '#/db/queries/people.ts', null],
  ['server/usecases/add-member.ts', '#/server/auth/session.ts', 'never sees a request'],
  ['server/usecases/add-member.ts', '../auth/scope.ts', 'never sees a request'],
  ['server/usecases/add-member.ts', 'next/cache', 'never sees a request'],
  ['components/reader/card.tsx', 'react', null],
  ['components/reader/card.tsx', '#/lib/annotation/layer.ts', null],
  ['components/reader/card.tsx', '#/server/actions/add-member.ts', null],
  ['components/reader/card.tsx', '#/server/runtime.ts', 'server/actions/ only'],
  ['components/reader/card.tsx', '#/db/queries/people.ts', 'pass props'],
  ['components/reader/card.tsx', '../../app/page.tsx', 'pass props'],
  ['components/reader/card.tsx', 'node:crypto', 'needs Node'],
  ['app/w/[workspaceId]/page.tsx', '#/db/queries/people.ts', null],
  ['app/w/[workspaceId]/page.tsx', '#/components/reader/card.tsx', null],
  ['app/w/[workspaceId]/page.tsx', '#/db/client.ts', 'db/queries/ only'],
  ['app/w/[workspaceId]/page.tsx', 'drizzle-orm', 'SQL lives in db/'],
  ['tests/integration/people.test.ts', 'drizzle-orm', null],
]

interface Finding {
  message: string
  location: { path: string }
}

/** What the linter says about each case, by the number of the case, under the repository's own rules. */
function lint(): Map<number, string> {
  const folder = mkdtempSync(join(tmpdir(), 'import-law-'))
  try {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'))
    CASES.forEach(([file, module], index) => {
      const path = join(folder, file.replace(/[^/]*?(?=\.(test\.)?tsx?$)/, `case${index}`))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `import '${module}'\n`)
    })
    const args = ['lint', '--vcs-enabled=false', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.']
    const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8' })
    if (!stdout.startsWith('{')) throw new Error(`biome did not run: ${stderr}`)
    const found = (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics
    return new Map(found.map(({ message, location }) => [Number(/case(\d+)\./.exec(location.path)?.[1]), message]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const findings = lint()

test.each(CASES.map((given, index) => [...given, index] as const))('%s importing %s: %s', (_file, _module, refusal, index) => {
  if (refusal) expect(findings.get(index)).toContain(refusal)
  else expect(findings.get(index)).toBeUndefined()
})
