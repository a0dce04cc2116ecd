import { expect, test } from 'vitest'
import { Works } from './works.ts'

test('a work tells how far it is, runs once at a time, and is over when it fails', async () => {
  const works = new Works()
  let end = () => {}
  const first = works.run('project/1', 'Ossetia.qdpx', async (onProgress) => {
    onProgress(3, 10)
    await new Promise<void>((resolve) => {
      end = resolve
    })
    throw new Error('the disk is full')
  })
  expect(works.of('project/1')).toEqual({ name: 'Ossetia.qdpx', done: 3, of: 10 })
  expect(works.of('project/2')).toBeNull()
  expect(await works.run('project/1', 'again', async () => 'done')).toBeNull()
  end()
  await expect(first).rejects.toThrow('disk')
  expect(works.of('project/1')).toBeNull()
  expect(await works.run('project/1', 'again', async () => 'done')).toBe('done')
})
