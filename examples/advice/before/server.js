// Answers at once.
const { createServer } = require('node:http')
createServer((_, response) => response.end('found')).listen(process.env.PORT ?? 3000, '127.0.0.1')
