export { parse } from './blocks.js'
export { render } from './html.js'
export { outline } from './outline.js'
