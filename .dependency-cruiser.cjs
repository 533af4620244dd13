// The arrows of src/README.md, enforced. Each folder may import itself, `model/` where listed, and nothing else.
const schemaLibrary = ['valibot']
const mathsLibraries = ['simple-statistics', 'hdr-histogram-js']

/** folder → what it may import: our folders, and packages. */
const rooms = {
  model: { folders: [], packages: schemaLibrary },
  stats: { folders: [], packages: mathsLibraries },
  ports: { folders: ['model'], packages: [] },
  config: { folders: ['model', 'formats', 'ports', 'errors.ts'], packages: ['yaml', 'valibot'] },
  plan: { folders: ['model', 'stats'], packages: [] },
  formats: {
    folders: ['model', 'errors.ts'],
    packages: ['valibot', 'fast-xml-parser', 'csv-parse', 'hdr-histogram-js'],
  },
  measure: {
    folders: ['model', 'stats', 'formats', 'ports', 'errors.ts'],
    packages: ['undici', 'hdr-histogram-js', 'source-map-js'],
  },
  baseline: { folders: ['model', 'ports', 'errors.ts'], packages: ['valibot'] },
  compare: { folders: ['model', 'stats'], packages: ['hdr-histogram-js'] },
  judge: { folders: ['model'], packages: [] },
  report: { folders: ['model'], packages: [] },
  publish: { folders: ['model', 'ports', 'errors.ts'], packages: [] },
}

// Programs that run in a process or thread of their own: they are entries, and may touch the runtime.
const ownProcesses = '^src/measure/(task|load|leak|profile|monitor)/(host|worker)'

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const stageRules = Object.entries(rooms).flatMap(([room, { folders, packages }]) => {
  const ours = [room, ...folders]
    .map((name) => (name.endsWith('.ts') ? `${escapeRegExp(name)}$` : `${name}/`))
    .join('|')
  return [
    {
      name: `${room}-imports-only-its-neighbours`,
      comment: `src/${room}/ may import ${[...folders, 'itself'].join(', ')}: see the table in src/README.md.`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: ownProcesses },
      to: { path: '^src/', pathNot: `^src/(${ours})` },
    },
    {
      name: `${room}-packages`,
      comment: `src/${room}/ may use ${packages.join(', ') || 'no package'}; the outside world arrives through ports/.`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: ownProcesses },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot:
          packages.length === 0 ? undefined : `node_modules/(${packages.map(escapeRegExp).join('|')})(/|$)`,
      },
    },
  ]
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports does nothing.',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/(cli|action)\\.ts$' },
      to: {},
    },
    ...stageRules,
    {
      name: 'adapters-import-no-stage',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/', pathNot: '^src/(adapters|model|ports|errors\\.ts$)' },
    },
    {
      name: 'errors-import-only-model',
      severity: 'error',
      from: { path: '^src/errors\\.ts$' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'nobody-imports-entries',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/((cli|action)\\.ts$|commands/)' },
      to: { path: '^src/((cli|action)\\.ts$|commands/)' },
    },
    {
      name: 'only-the-order-knows-the-order',
      comment: 'gate.ts, its parts and decide.ts are joined by commands/ and the entries only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|action|gate|measure-plan|shard|merge|commands)(/|\\.ts$)' },
      to: { path: '^src/(gate|measure-plan|shard|merge|decide)\\.ts$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
