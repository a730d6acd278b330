import { type Connection, ErrorCodes, Message, type MessageStrategy, ResponseError } from 'vscode-languageserver'

/** What comes out of turn is led to these, which refuse it. */
const refusals = {
  'chancery/tooEarly': new ResponseError(ErrorCodes.ServerNotInitialized, 'Nothing is answered before "initialize".'),
  'chancery/twice': new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized already.'),
  'chancery/tooLate': new ResponseError(ErrorCodes.InvalidRequest, 'The server was told to shut down, and waits for "exit".'),
}

type Phase = 'new' | 'running' | 'over'

/**
 * The protocol's phases, which the library leaves to the server. Before it was
 * greeted it answers nothing but the greeting, and after it was told to shut down
 * it waits for the end. What comes out of turn is refused where it asks for an
 * answer, and passed over where it does not.
 */
export function phases(): MessageStrategy {
  let phase: Phase = 'new'
  return {
    handleMessage: (message, next) => {
      if (Message.isResponse(message)) return next(message)
      const { method } = message as Message & { readonly method: string }
      const refusal = refusalOf(phase, method)
      if (refusal !== undefined) return Message.isRequest(message) ? next({ ...message, method: refusal } as Message) : undefined
      if (method === 'initialize') phase = 'running'
      if (method === 'shutdown') phase = 'over'
      return next(message)
    },
  }
}

function refusalOf(phase: Phase, method: string): keyof typeof refusals | undefined {
  if (method === 'exit') return undefined
  switch (phase) {
    case 'new':
      return method === 'initialize' ? undefined : 'chancery/tooEarly'
    case 'running':
      return method === 'initialize' ? 'chancery/twice' : undefined
    case 'over':
      return 'chancery/tooLate'
  }
}

export function refuseOutOfTurn(connection: Connection): void {
  for (const [method, error] of Object.entries(refusals)) {
    connection.onRequest(method, () => {
      throw error
    })
  }
}
