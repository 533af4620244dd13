import { expect, it } from 'vitest'
import { withoutHashes } from '../../src/measure/hashed-names.ts'

// Names as the build tools write them, and names that only look like it.
it.each([
  // webpack
  ['app.3f2a1b9c.js', 'app.*.js'],
  ['main.3f2a1b9c77e0d1aa99bb.chunk.js', 'main.*.chunk.js'],
  ['3f2a1b9c77e0d1aa99bb.js', '*.js'],
  ['runtime~main.0123456789abcdef.js', 'runtime~main.*.js'],
  ['static/css/main.073c9b0a.css', 'static/css/main.*.css'],
  // Vite and Rollup: base 64 for URLs, also with - and _
  ['assets/index-DhT6uY2w.js', 'assets/index-*.js'],
  ['assets/index-BkXfAabc.js', 'assets/index-*.js'],
  ['assets/index-C_x-9aB2.css', 'assets/index-*.css'],
  ['assets/logo-dark-Ab3dEf6h.svg', 'assets/logo-dark-*.svg'],
  // esbuild: base 32
  ['chunk-ABCDEFGH.js', 'chunk-*.js'],
  ['chunk-7TZ2NQ4X.mjs', 'chunk-*.mjs'],
  ['app-3F2A1B9C.js.map', 'app-*.js.map'],
  // No hashes
  ['app.js', 'app.js'],
  ['data-controls.js', 'data-controls.js'],
  ['UserCard-UserList.js', 'UserCard-UserList.js'],
  ['app-UserCard.js', 'app-UserCard.js'],
  ['jquery-3.7.1.min.js', 'jquery-3.7.1.min.js'],
  ['polyfills.legacy.js', 'polyfills.legacy.js'],
  ['interpolation.development.js', 'interpolation.development.js'],
  ['vendor.bundle.js.LICENSE', 'vendor.bundle.js.LICENSE'],
  ['LICENSE', 'LICENSE'],
  ['a1b2c3d4e5f6/app.js', 'a1b2c3d4e5f6/app.js'],
])('%s → %s', (name, expected) => {
  expect(withoutHashes(name)).toBe(expected)
})
