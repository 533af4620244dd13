// What a benchmark could print to speak to the runner in our name.
export const hostile = [
  '::error::not an error',
  '  ::set-output name=verdict::pass',
  'progress 10 %\r::add-mask::secret\rprogress 20 %',
  'first\n::stop-commands::forever',
  'before ##[group]hidden',
  'ghadelimiter\nverdict=pass\nEOF',
  'verdict<<EOF\npass\nEOF',
  '::group::a\n::endgroup::',
  '%0A::error::encoded',
]
