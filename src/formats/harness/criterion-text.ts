// Criterion.rs as printed by cargo bench; rows of Rust's own harness between them are read too.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { isCriterionRow, readCriterion } from './criterion-lines.ts'
import { readLibtest } from './libtest-lines.ts'

export const criterionText: Format = {
  name: 'criterion-text',
  tool: 'criterion',
  title: 'Criterion.rs, printed',
  produce: 'cargo bench',
  documentation: 'https://bheisler.github.io/criterion.rs/book/user_guide/command_line_output.html',
  detect: (source) => source.lines().some(isCriterionRow),
  parse(source) {
    const collect = collector()
    readCriterion(collect, source.lines())
    readLibtest(collect, source.lines())
    return collect.result()
  },
}
