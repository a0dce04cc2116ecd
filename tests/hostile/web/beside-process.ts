// Somebody else who uses the product during an attack: asks for something small ten times a second, from a process of its own.
// Argument: the address. Told to end, it says how long each answer took, ms; null for none.
const [, , address = ''] = process.argv
const ms: (number | null)[] = []
const asking = setInterval(async () => {
  const began = performance.now()
  const response = await fetch(address).catch(() => null)
  await response?.arrayBuffer().catch(() => {})
  ms.push(response?.ok ? performance.now() - began : null)
}, 100)
process.once('message', () => {
  clearInterval(asking)
  process.send?.(ms, () => process.exit())
})
process.once('disconnect', () => process.exit())
