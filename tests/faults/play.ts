import { Episode } from './episode.ts'
import type { FaultContext } from './fault.ts'
import { keepLog } from './keep-log.ts'
import type { Outcome } from './outcome.ts'
import { Stage, type StageOptions } from './stage.ts'

/** Plays one episode on a stage of its own, from the first start to the verdict. Whoever plays it opens the desks. */
export async function play(
  { backend, url, seed, peer }: FaultContext,
  fault: (episode: Episode) => Promise<void>,
  options: Partial<StageOptions> = {},
): Promise<Outcome> {
  const stage = new Stage({ backend, url, peer, ...options })
  try {
    await stage.start()
    const episode = new Episode(stage, await stage.makeDocument(), seed)
    try {
      await fault(episode)
      const outcome = await episode.finish()
      keepLog(stage, outcome, peer)
      return outcome
    } catch (error) {
      throw new Error(`${(error as Error).message}\nThe server wrote:\n${stage.log.slice(-2000)}`, { cause: error })
    } finally {
      await episode.leave('crash')
      await Promise.all(episode.cleanups.map((cleanup) => cleanup()))
    }
  } finally {
    await stage.close()
  }
}
