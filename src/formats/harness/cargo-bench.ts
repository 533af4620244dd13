// cargo bench with Rust's own harness (nightly), and Criterion's `--output-format bencher`.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { isCriterionRow } from './criterion-lines.ts'
import { isLibtestRow, isLibtestWithoutRows, readLibtest } from './libtest-lines.ts'

export const cargoBench: Format = {
  name: 'cargo-bench',
  tool: 'cargo',
  title: 'cargo bench, libtest',
  produce: 'cargo +nightly bench',
  documentation: 'https://doc.rust-lang.org/cargo/commands/cargo-bench.html',
  // Output of both harnesses together is read by criterion-text.
  detect: (source) =>
    isLibtestWithoutRows(source.lines()) ||
    (source.lines().some(isLibtestRow) && !source.lines().some(isCriterionRow)),
  parse(source) {
    const collect = collector()
    readLibtest(collect, source.lines())
    return collect.result()
  },
}
