/** Loaded before the program: lets somebody else save a file in the moment in which the program is about to write it. */
const fs = require('node:fs')

const { realpathSync } = fs
fs.realpathSync = (path) => {
  if (String(path).endsWith('changed.brief.yaml')) fs.appendFileSync(path, 'objective: Meet.\n')
  return realpathSync(path)
}
