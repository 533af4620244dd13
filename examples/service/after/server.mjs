import { createServer } from 'node:http'
import { search } from './search.mjs'

const products = Array.from({ length: 4000 }, (_, id) => ({ id, name: `product ${(id * 7919) % 4000}` }))

createServer((request, response) => {
  const { searchParams } = new URL(request.url, 'http://localhost')
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(search(products, searchParams.get('q') ?? '')))
}).listen(process.env.PORT, '127.0.0.1')
