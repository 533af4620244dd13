import { EventEmitter } from 'node:events'

const server = new EventEmitter().setMaxListeners(0)
const names = new Map()

export function request() {
  const id = Math.floor(Math.random() * 500)
  if (!names.has(id)) names.set(id, `visitor ${id}`)
  const onClose = () => names.get(id)
  server.on('close', onClose)
  return names.get(id)
}
