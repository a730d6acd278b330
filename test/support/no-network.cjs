/**
 * Loaded before a program (`node --require`): every way out to a network is
 * walled up, and an attempt is written to the file that NO_NETWORK_LOG names.
 */
const { appendFileSync } = require('node:fs')

function refuse(name) {
  return () => {
    appendFileSync(process.env.NO_NETWORK_LOG, `${name}\n`)
    throw new Error(`This program tried to reach a network by ${name}.`)
  }
}

require('node:net').Socket.prototype.connect = refuse('net.Socket.connect')
require('node:dgram').Socket.prototype.send = refuse('dgram.send')
const dns = require('node:dns')
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse(`dns.${name}`)
  dns.promises[name] = refuse(`dns.promises.${name}`)
}
globalThis.fetch = refuse('fetch')
