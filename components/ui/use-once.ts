import { useState } from 'react'

/** True from the first time that `condition` holds: what is heavy is mounted when it is first asked for, and stays. */
export function useOnce(condition: boolean): boolean {
  const [was, setWas] = useState(condition)
  if (condition && !was) setWas(true)
  return was || condition
}
