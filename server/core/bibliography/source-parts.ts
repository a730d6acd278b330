import type { Source, SourceType } from '../model/types.generated.ts'
import { isDate } from '../schema/dates.ts'

interface Parts {
  readonly type: SourceType
  readonly title: string | undefined
  readonly publisher: string | undefined
  readonly author: string | undefined
  readonly date: string | undefined
  readonly url: string | undefined
  readonly doi: string | undefined
  readonly accessed: string | undefined
  readonly language: string | undefined
}

/** A source with those of its parts that are there and of the form that they have under `sources`. */
export function sourceOf(parts: Parts): Source {
  const { url = '', doi = '', date = '', accessed = '', language = '' } = parts
  const number = doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  const checked = {
    ...parts,
    url: /^https?:\/\/[^\s/?#]\S*$/i.test(url) ? url : undefined,
    doi: /^10\.\d{4,9}\/\S+$/.test(number) ? number : undefined,
    date: isDate(date) ? date : undefined,
    accessed: isDate(accessed) ? accessed : undefined,
    language: languages[language.toLowerCase()] ?? (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : undefined),
  }
  return Object.fromEntries(Object.entries(checked).filter(([, value]) => value !== undefined && value !== ''))
}

/** The names of languages that LaTeX has, as far as they are in common use. */
const languages: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  french: 'fr',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  brazilian: 'pt-BR',
  dutch: 'nl',
  swedish: 'sv',
  norwegian: 'no',
  norsk: 'no',
  danish: 'da',
  finnish: 'fi',
  polish: 'pl',
  czech: 'cs',
  greek: 'el',
  turkish: 'tr',
  russian: 'ru',
  ukrainian: 'uk',
  arabic: 'ar',
  hebrew: 'he',
  japanese: 'ja',
  chinese: 'zh',
  korean: 'ko',
  vietnamese: 'vi',
  indonesian: 'id',
}
