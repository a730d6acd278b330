/**
 * Loaded before a program (`node --require`): notes each file of the package that
 * it reads, one a line, in the file that READING_LOG names.
 */
const fs = require('node:fs')

const noted = new Set()
const { appendFileSync, readFileSync, openSync } = fs

function note(path) {
  const name = /dist[\\/](.+)$/.exec(String(path))?.[1]
  if (name === undefined || noted.has(name)) return
  noted.add(name)
  appendFileSync(process.env.READING_LOG, `${name}\n`)
}

fs.readFileSync = (path, ...more) => {
  note(path)
  return readFileSync(path, ...more)
}
fs.openSync = (path, ...more) => {
  note(path)
  return openSync(path, ...more)
}
const { readFile } = fs.promises
fs.promises.readFile = (path, ...more) => {
  note(path)
  return readFile(path, ...more)
}
