// Closes every connection, looks slowly for one answer in ten, and turns some requests away.
const { createServer } = require('node:http')
let count = 0
createServer((request, response) => {
  response.setHeader('connection', 'close')
  if (request.url !== '/search') return response.end()
  count += 1
  if (count % 25 === 5) response.writeHead(500).end()
  else if (count % 25 === 15) response.writeHead(503, { 'retry-after': '1' }).end()
  else setTimeout(() => response.end('found'), count % 10 === 0 ? 150 : 2)
}).listen(process.env.PORT ?? 3000, '127.0.0.1')
