// The page's looks: two colour schemes, no fonts or images from elsewhere, readable on paper.
export const style = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --card: #f6f8fa; --line: #d8dee4; --ink: #1f2328; --quiet: #59636e;
  --bad: #c62a2f; --caution: #9a6700; --good: #1a7f37; --calm: #4a6785; --beyond: #c62a2f14; --bar: #4a678559;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --card: #151b23; --line: #2f3742; --ink: #e6edf3; --quiet: #9198a1;
    --bad: #ff7b72; --caution: #e3b341; --good: #56d364; --calm: #8fb1d3; --beyond: #ff7b721f; --bar: #8fb1d366;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 84rem; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
.bad { --tone: var(--bad); } .caution { --tone: var(--caution); }
.good { --tone: var(--good); } .calm { --tone: var(--calm); }
header { border-left: 6px solid var(--tone); padding: .25rem 0 .25rem 1.1rem; margin-bottom: 1.5rem; }
header .verdict { color: var(--tone); font-weight: 700; letter-spacing: .06em; font-size: .8rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .1rem 0 .3rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 2rem 0 .6rem; }
header p { margin: 0; color: var(--quiet); }
.findings { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
.findings li {
  background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px;
  padding: .6rem .9rem; overflow-wrap: anywhere;
}
.notices { margin: 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
.notices li::marker { color: var(--quiet); }
.rows { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; min-width: 90em; table-layout: fixed; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: .38rem .65rem; text-align: left; white-space: nowrap; border-top: 1px solid var(--line); }
thead th { border-top: 0; background: var(--card); color: var(--quiet); font-weight: 600; font-size: .82rem; vertical-align: bottom; }
tbody th { font-weight: 500; white-space: normal; overflow-wrap: anywhere; }
.metric { width: 8em; } .base, .head { width: 7em; } .change { width: 12em; } .could-be-cell { width: 11.5em; }
.budget-cell { width: 11em; } .pairs { width: 6em; } td.metric, td.change, td.budget-cell { white-space: normal; overflow-wrap: anywhere; }
.number { text-align: right; }
.sign { width: 2em; padding-right: 0; color: var(--tone); font-weight: 700; text-align: center; }
tr.stops td, tr.stops th { background: var(--beyond); }
.decisive { color: var(--tone); font-weight: 700; }
.quiet, .verdict-word { color: var(--quiet); }
.drawing { padding-top: 0; padding-bottom: 0; width: 214px; }
svg { display: block; }
.axis text { fill: var(--quiet); font-size: 10.5px; }
.plot .zero { stroke: var(--line); stroke-width: 1.5; }
.plot .budget { stroke: var(--bad); stroke-width: 1; stroke-dasharray: 2 3; }
.plot .beyond { fill: var(--beyond); }
.plot .could-be { fill: var(--tone); opacity: .35; }
.plot .estimate, .plot path { fill: var(--tone); }
table.functions { min-width: 50em; table-layout: auto; } td.place { white-space: normal; overflow-wrap: anywhere; }
.flame { width: 100%; font: 11px ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.flame rect { fill: var(--bar); stroke: var(--ground); stroke-width: .5; }
.flame .grew { fill: var(--bad); } .flame .shrank { fill: var(--good); } .flame text { fill: var(--ink); pointer-events: none; }
details { margin-top: 1rem; }
summary { cursor: pointer; font-weight: 600; padding: .3rem 0; overflow-wrap: anywhere; }
details > .rows { margin-top: .4rem; }
pre {
  background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .8rem; overflow-x: auto;
  font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; margin: .4rem 0 1rem;
}
code { font: .88em ui-monospace, "SF Mono", Menlo, Consolas, monospace; background: var(--card); padding: .1em .35em; border-radius: 4px; overflow-wrap: anywhere; }
.findings code { background: var(--ground); }
a { color: inherit; }
.measured p { margin: .4rem 0; color: var(--quiet); overflow-wrap: anywhere; }
@media (max-width: 82rem) {
  table { min-width: 80em; font-size: 13px; } th, td { padding-left: .4rem; padding-right: .4rem; }
  .base, .head { width: 6em; } .change { width: 9em; } .could-be-cell { width: 10em; }
  .budget-cell { width: 9.5em; } .pairs { width: 4.5em; }
}
@page { size: A4 landscape; margin: 1cm; }
@media print { body { max-width: none; padding: 0; } details > summary { list-style: none; } }
`
