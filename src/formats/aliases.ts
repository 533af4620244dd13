// The words of the gates that people come from: a workflow that says `tool: cargo` or `--adapter rust_bench` keeps them.
import type { Better } from '../model/unit.ts'

export interface Alias {
  readonly word: string
  /** A format's or a tool's name, or `auto`. */
  readonly means: string
  readonly better?: Better
  readonly from: 'github-action-benchmark' | 'Bencher' | 'Nyrkiö'
}

export const aliases: readonly Alias[] = [
  ...(
    [
      ['cargo', 'cargo'],
      ['go', 'go'],
      ['benchmarkjs', 'benchmarkjs'],
      ['pytest', 'pytest-benchmark'],
      ['googlecpp', 'google-benchmark'],
      ['catch2', 'catch2'],
      ['julia', 'julia'],
      ['jmh', 'jmh'],
      ['benchmarkdotnet', 'benchmarkdotnet'],
      ['benchmarkluau', 'luau'],
    ] as const
  ).map(([word, means]): Alias => ({ word, means, from: 'github-action-benchmark' })),
  { word: 'customBiggerIsBetter', means: 'custom-json', better: 'higher', from: 'github-action-benchmark' },
  { word: 'customSmallerIsBetter', means: 'custom-json', better: 'lower', from: 'github-action-benchmark' },
  ...(
    [
      ['json', 'bmf-json'],
      ['c_sharp_dot_net', 'benchmarkdotnet'],
      ['cpp_catch2', 'catch2'],
      ['cpp_google', 'google-benchmark'],
      ['dart_benchmark_harness', 'dart-harness'],
      ['go_bench', 'go'],
      ['java_jmh', 'jmh'],
      ['js_benchmark', 'benchmarkjs'],
      ['js_time', 'js-console-time'],
      ['js_vitest', 'vitest'],
      ['python_asv', 'asv'],
      ['python_pytest', 'pytest-benchmark'],
      ['ruby_benchmark', 'ruby-benchmark'],
      ['rust_bench', 'cargo'],
      ['rust_criterion', 'criterion'],
      ['rust_iai', 'iai'],
      ['rust_gungraun', 'gungraun'],
      ['rust_iai_callgrind', 'gungraun'],
      ['rust_gungraun_stdout', 'gungraun'],
      ['rust_gungraun_json', 'gungraun-json'],
      ['shell_hyperfine', 'hyperfine'],
    ] as const
  ).map(([word, means]): Alias => ({ word, means, from: 'Bencher' })),
  // Words for a language, which Bencher itself reads as `magic`; `go` is github-action-benchmark's word too.
  { word: 'magic', means: 'auto', from: 'Bencher' },
  ...['rust', 'cpp', 'java', 'c_sharp', 'js', 'python', 'ruby', 'shell', 'dart'].map(
    (word): Alias => ({ word, means: 'auto', from: 'Bencher' }),
  ),
  { word: 'nyrkioJson', means: 'nyrkio-json', from: 'Nyrkiö' },
  { word: 'criterion', means: 'criterion', from: 'Nyrkiö' },
]
