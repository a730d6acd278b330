import type { Portfolio } from '../workspace/portfolio.ts'
import type { Context } from './context.ts'
import type { Section } from './document-model.ts'

/** Makes a part of a page; whoever keeps parts gives the former one where nothing has changed of what it was made of. */
export type Parts = <M extends object>(name: string, model: M, context: Context, make: Make<M>) => readonly Section[]

type Make<M> = (model: M, context: Context) => readonly Section[]

export const madeAnew: Parts = (_, model, context, make) => make(model, context)

interface Kept {
  readonly ground: readonly unknown[]
  /** The fields of the model that were read, each as a text. */
  readonly fields: ReadonlyMap<string, string>
  readonly answers: readonly Answer[]
  readonly made: readonly Section[]
}

interface Answer {
  readonly question: keyof Portfolio
  readonly about: readonly unknown[]
  readonly answer: unknown
}

/** In the place of a field: whoever asks which fields there are has read all of them. */
const whole = ''
/** Before the id of a source; no field of a file has a slash in its name that could be taken for it. */
const ofSource = 'sources/'

/** A long brief has some twenty parts, and nobody looks at many pages at once. */
const most = 200

/**
 * Keeps parts of pages. While a part is made it is watched which fields of the
 * model it reads and what it asks the portfolio; as long as these say the same,
 * the part is the same, down to its identity.
 */
export function keptSections(): Parts {
  const kept = new Map<string, Kept>()
  const textOf = fieldTexts()
  return (name, model, context, make) => {
    const ground = groundOf(context)
    const key = `${textOf(model, 'id')} ${name}`
    const known = kept.get(key)
    const isSame =
      known?.ground.every((thing, i) => thing === ground[i]) &&
      [...known.fields].every(([field, text]) => textOf(model, field) === text) &&
      known.answers.every((one) => isAnsweredAlike(context.portfolio, one))
    if (known && isSame) return known.made
    const fields = new Set<string>()
    const answers: Answer[] = []
    const made = make(...watched(model, context, fields, answers))
    kept.delete(key)
    kept.set(key, { ground, fields: new Map([...fields].map((field) => [field, textOf(model, field)])), answers, made })
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return made
  }
}

/** The fields of models as texts, each written once; sources one by one, for most parts need few of them. */
function fieldTexts(): (model: object, field: string) => string {
  const texts = new WeakMap<object, Map<string, string>>()
  const fieldOf = (model: object, field: string): unknown => {
    if (field === whole) return model
    if (!field.startsWith(ofSource)) return model[field as keyof object]
    const { sources } = model as { readonly sources?: Readonly<Record<string, unknown>> }
    const id = field.slice(ofSource.length)
    return id === '' ? Object.keys(sources ?? {}) : sources && Object.hasOwn(sources, id) ? sources[id] : undefined
  }
  return (model, field) => {
    const known = texts.get(model) ?? new Map<string, string>()
    texts.set(model, known)
    const text = known.get(field) ?? JSON.stringify(fieldOf(model, field)) ?? ''
    known.set(field, text)
    return text
  }
}

function groundOf({ vocabulary, naming, scale, profile, bibliography, limits, editor }: Context): readonly unknown[] {
  return [vocabulary, naming, scale, profile, bibliography?.held, limits === undefined, editor === undefined]
}

/** Model and context that note what is read of them. */
function watched<M extends object>(model: M, context: Context, fields: Set<string>, answers: Answer[]): [M, Context] {
  const own = seen(model, (field) => fields.add(field ?? whole))
  // Builders come to the sources by way of the context.
  const sources = seen(context.sources, (id) => fields.add(`${ofSource}${id ?? ''}`))
  const portfolio = new Proxy(context.portfolio, {
    get: (target, name) => {
      const question = name as keyof Portfolio
      const ask = target[question] as (...about: readonly unknown[]) => unknown
      return (...about: readonly unknown[]) => {
        const answer = ask(...about)
        answers.push({ question, about, answer })
        return answer
      }
    },
  })
  // Places are known by the object that a part is, and that is the model itself.
  const real = new Map<object, object>([
    [own, model],
    [sources, context.sources],
  ])
  const at: Context['at'] = (part, ...steps) => context.at(part && (real.get(part) ?? part), ...steps)
  return [own, { ...context, portfolio, sources, at }]
}

/** An object that tells which of its fields are read; nothing where somebody asks which there are. */
function seen<T extends object>(thing: T, note: (field: string | undefined) => void): T {
  return new Proxy(thing, {
    get: (target, field) => {
      note(String(field))
      return target[field as keyof T]
    },
    has: (target, field) => {
      note(String(field))
      return field in target
    },
    getOwnPropertyDescriptor: (target, field) => {
      note(String(field))
      return Reflect.getOwnPropertyDescriptor(target, field)
    },
    ownKeys: (target) => {
      note(undefined)
      return Reflect.ownKeys(target)
    },
  })
}

function isAnsweredAlike(portfolio: Portfolio, { question, about, answer }: Answer): boolean {
  const ask = portfolio[question] as (...about: readonly unknown[]) => unknown
  const now = ask(...about)
  if (now === answer) return true
  return Array.isArray(now) && Array.isArray(answer) && now.length === answer.length && now.every((one, i) => one === answer[i])
}
