import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/chancery.cjs', import.meta.url))

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** The built server with nothing between it and the test, so that the test can say what no library would. */
export interface Wire {
  readonly process: ChildProcess
  /** Sends a request; gives its answer. */
  readonly ask: (method: string, params?: unknown) => Promise<Answer>
  /** The same, with its cancellation right behind it, so that it cannot have been answered before. */
  readonly askAndCancel: (method: string, params: unknown) => Promise<Answer>
  readonly tell: (method: string, params?: unknown) => void
  /** Sends bytes as they are. */
  readonly send: (bytes: string) => void
  /** All messages that came; fails where something came that is no message. */
  readonly heard: () => readonly Answer[]
  /** Greets as an editor that can do nothing. */
  readonly greet: (params?: object) => Promise<Answer>
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>
}

export function startWire(folder: string): Wire {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((done) => server.once('exit', done))
  let output: Buffer = Buffer.alloc(0)
  let count = 0
  server.stdout.on('data', (data: Buffer) => {
    output = Buffer.concat([output, data])
  })
  // Whoever sends after the end of the server has no right to an answer, and no reason to fail.
  server.stdin.on('error', () => undefined)
  const send = (bytes: string) => server.stdin.write(bytes)
  const framed = (message: object) => frame(JSON.stringify({ jsonrpc: '2.0', ...message }))
  const answer = (id: number) => answerTo(id, () => messagesIn(output))
  const ask = (method: string, params?: unknown) => {
    const id = ++count
    send(framed({ id, method, ...(params === undefined ? {} : { params }) }))
    return answer(id)
  }
  const askAndCancel = (method: string, params: unknown) => {
    const id = ++count
    send(framed({ id, method, params }) + framed({ method: '$/cancelRequest', params: { id } }))
    return answer(id)
  }
  return {
    process: server,
    ask,
    askAndCancel,
    send,
    tell: (method, params) => send(framed({ method, ...(params === undefined ? {} : { params }) })),
    heard: () => messagesIn(output),
    greet: (params = {}) => ask('initialize', { processId: null, rootUri: null, capabilities: {}, ...params }),
    ended,
  }
}

export function frame(content: string): string {
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`
}

async function answerTo(id: number, heard: () => readonly Answer[]): Promise<Answer> {
  const limit = Date.now() + 10_000
  for (;;) {
    const answer = heard().find((message) => message.id === id && message.method === undefined)
    if (answer) return answer
    if (Date.now() > limit) throw new Error(`Request ${id} was not answered. There came: ${JSON.stringify(heard())}`)
    await new Promise((done) => setTimeout(done, 10))
  }
}

/** The whole messages in what the server wrote; the last one may still be on its way. */
function messagesIn(output: Buffer): readonly Answer[] {
  const messages: Answer[] = []
  for (let at = 0; at < output.length; ) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(output.subarray(at, at + 100).toString('latin1'))
    if (!head) {
      if (output.length - at < 30) break
      throw new Error(`The server wrote what is not the protocol: ${output.subarray(at, at + 200).toString()}`)
    }
    const start = at + head[0].length
    const end = start + Number(head[1])
    if (end > output.length) break
    messages.push(JSON.parse(output.subarray(start, end).toString()) as Answer)
    at = end
  }
  return messages
}
