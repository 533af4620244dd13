// A small shop: the page of a basket adds its prices up.
import { createServer } from 'node:http'

const items = Array.from({ length: 400 }, (_, id) => ({ id, name: `item ${id}`, price: (id * 37) % 1000 }))

function checkout() {
  let total = 0
  for (const item of items) total += item.price
  return { items: items.length, total }
}

createServer((request, response) => {
  if (request.url === '/health') return response.end('ok')
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(checkout()))
}).listen(process.env.PORT ?? 3000, '127.0.0.1')
