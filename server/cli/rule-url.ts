import manifest from '../../package.json'

/** Where Chancery is at home; nothing while that is not said in package.json. */
export const homepage = homepageOf(manifest)

/** The page of a rule below the homepage; while there is no homepage, none. */
export function ruleUrl(id: string, home: string | undefined = homepage): string | undefined {
  if (home === undefined) return undefined
  const url = new URL(home)
  // On GitHub the address of a project is not a folder of its files.
  const files = url.hostname === 'github.com' ? '/blob/HEAD' : ''
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}${files}/docs/rules/${id}.md`
}

function homepageOf(about: object): string | undefined {
  return 'homepage' in about && typeof about.homepage === 'string' ? about.homepage : undefined
}
