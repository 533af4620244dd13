// The last moments of the process: what must be put right before it ends, for whatever reason it does.
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
type Ending = keyof typeof signals

const cleanUps = new Set<() => void>()

function runAll(): void {
  // Newest first: what was built last stands on what was built before.
  for (const cleanUp of [...cleanUps].reverse()) {
    cleanUps.delete(cleanUp)
    try {
      cleanUp()
    } catch {
      // The others still have their turn, and the process its own reason to end.
    }
  }
  stopListening()
}

function onSignal(name: Ending): void {
  runAll()
  // Ending by the same signal tells the parent the truth; shells and runners show 128 + its number.
  process.kill(process.pid, name)
  // The first process of a container does not die of signals.
  process.exit(128 + signals[name])
}

function listen(): void {
  process.on('exit', runAll)
  for (const name of Object.keys(signals) as Ending[]) process.on(name, onSignal)
}

function stopListening(): void {
  process.off('exit', runAll)
  for (const name of Object.keys(signals) as Ending[]) process.off(name, onSignal)
}

/** See `Processes.onExit`. Uncaught errors pass through `exit` like any other end. */
export function onExit(cleanUp: () => void): () => void {
  // A wrapper of its own: the same function may be registered twice and called off once.
  const registered = () => cleanUp()
  if (cleanUps.size === 0) listen()
  cleanUps.add(registered)
  return () => {
    cleanUps.delete(registered)
    if (cleanUps.size === 0) stopListening()
  }
}
