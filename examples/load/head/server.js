// The same shop, after somebody looked each price up by its name.
import { createServer } from 'node:http'

const items = Array.from({ length: 400 }, (_, id) => ({ id, name: `item ${id}`, price: (id * 37) % 1000 }))

function checkout() {
  let total = 0
  for (const { name } of items) total += items.find((item) => item.name === name).price
  return { items: items.length, total }
}

createServer((request, response) => {
  if (request.url === '/health') return response.end('ok')
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(checkout()))
}).listen(process.env.PORT ?? 3000, '127.0.0.1')
