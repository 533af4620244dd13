// Node cannot ask the operating system what a child has cost, so a tiny program in between starts the command, waits
// for it and asks. It must be small itself: a process inherits the peak memory of the program that started it.
import { perlProgram, pythonProgram, shellProgram } from './launcher-programs.ts'

export interface Launch {
  readonly file: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** What a launcher writes to descriptor 3 when the command has ended. */
export interface Account {
  /** Seconds; `null`: the launcher has no clock, so the caller's must do. */
  readonly wall: number | null
  /** Seconds. */
  readonly cpu: number
  /** Bytes; `null`: the launcher cannot tell. */
  readonly peakMemory: number | null
  /** As `waitpid` gives it: exit code times 256, or the number of the signal. */
  readonly status: number
}

export interface Launcher {
  readonly name: 'perl' | 'python3' | 'sh'
  /** Seconds: the step in which CPU time is counted. */
  readonly step: number
  readonly knowsMemory: boolean
  /** Ends what the command leaves behind, and counts it. */
  readonly sweeps: boolean
  /** @param program the launcher's own interpreter */
  launch(program: string, command: readonly string[], env: Readonly<Record<string, string>>): Launch
  /** `null` for anything but one complete report. */
  read(report: string): Account | null
}

/** `wall cpu peak status`, in seconds, seconds, bytes. */
function readFour(report: string): Account | null {
  const [wall, cpu, peakMemory, status, ...rest] = report.trim().split(' ').map(Number)
  if (wall === undefined || cpu === undefined || peakMemory === undefined || status === undefined) return null
  if (rest.length > 0 || ![wall, cpu, peakMemory, status].every((n) => Number.isFinite(n) && n >= 0))
    return null
  return { wall, cpu, peakMemory, status }
}

/**
 * getrusage, clock_gettime and prctl in Linux: arch/x86/entry/syscalls/syscall_64.tbl and
 * include/uapi/asm-generic/unistd.h.
 */
const systemCalls: Readonly<Record<string, readonly string[]>> = {
  x64: ['98', '228', '157'],
  arm64: ['165', '113', '167'],
}

/** Microseconds, and 2 MB of memory of its own. Perl's base is on every Debian, Ubuntu and hosted Linux runner. */
export function perlLauncher(architecture: string): Launcher | null {
  const calls = systemCalls[architecture]
  if (calls === undefined) return null
  return {
    name: 'perl',
    step: 1e-6,
    knowsMemory: true,
    sweeps: true,
    launch(file, command, env) {
      // What steers the command's Perl must not steer ours: it travels as arguments and is put back.
      const entries = Object.entries(env)
      const forPerl = entries.filter(([name]) => name.startsWith('PERL'))
      const others = entries.filter(([name]) => !name.startsWith('PERL'))
      return {
        file,
        args: ['-e', perlProgram, '--', ...calls, String(forPerl.length), ...forPerl.flat(), ...command],
        // Perl complains about an unknown locale on the command's stderr.
        env: { ...Object.fromEntries(others), PERL_BADLANG: '0' },
      }
    },
    read: readFour,
  }
}

/** Microseconds; a floor of some 10 MB under the peak memory of small programs. */
export const pythonLauncher: Launcher = {
  name: 'python3',
  step: 1e-6,
  knowsMemory: true,
  sweeps: false,
  launch(file, command, env) {
    // Python sets LC_CTYPE for itself where no locale is set; the command must not see that.
    const locale = env.LC_CTYPE === undefined ? '' : `=${env.LC_CTYPE}`
    return { file, args: ['-I', '-S', '-c', pythonProgram, locale, ...command], env }
  },
  read: readFour,
}

/** What every POSIX shell can tell: CPU time in steps of 10 ms (1 ms where sh is bash). */
export const shellLauncher: Launcher = {
  name: 'sh',
  step: 0.01,
  knowsMemory: false,
  sweeps: false,
  launch: (file, command, env) => ({ file, args: ['-c', shellProgram, 'sh', ...command], env }),
  read(report) {
    // `times` prints user and system time of the shell, then of its children.
    const lines = report.trim().split('\n')
    const times = /^(\d+)m(\d+[.,]\d+)s (\d+)m(\d+[.,]\d+)s$/.exec(lines[1]?.trim() ?? '')
    const code = Number(lines[2])
    if (lines.length !== 3 || times === null || !Number.isInteger(code)) return null
    const [, userMinutes, user = '', systemMinutes, system = ''] = times
    const seconds = Number(user.replace(',', '.')) + Number(system.replace(',', '.'))
    return {
      wall: null,
      cpu: 60 * (Number(userMinutes) + Number(systemMinutes)) + seconds,
      peakMemory: null,
      // The shell says 128 + n for signal n.
      status: code > 128 ? code - 128 : code * 256,
    }
  },
}

/** The best launchers for a platform, best first. None on Windows: wall time is all it gets. */
export function launchersFor(platform: string, architecture: string): readonly Launcher[] {
  if (platform === 'win32') return []
  const perl = platform === 'linux' ? perlLauncher(architecture) : null
  return [...(perl === null ? [] : [perl]), pythonLauncher, shellLauncher]
}
