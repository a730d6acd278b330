import { replaceWith } from './change.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'coordinates-range',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'A latitude or longitude lies outside the globe.',
  reason:
    'Latitude runs from -90 at the South Pole to 90 at the North Pole, longitude from -180 west of Greenwich to 180 east of it. The usual mistake is to give the longitude first, as some maps do. A port or the middle of an area is precise enough.',
  source: 'ISO 6709; WGS 84 in degrees, latitude first',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: port-call
title: Port call at Manila
status: completed
dates: { start: 2023-05-02 }
location: { country: PHL, coordinates: { lat: 120.97, lon: 14.58 } }
participants:
  - { country: PHL, role: host }
  - { country: FRA, role: guest }
visit: { port: Manila, purpose: routine }
`,
      `chancery: engagement/1
id: example
type: port-call
title: Port call at Pearl Harbor
status: completed
dates: { start: 2023-05-02 }
location: { country: USA, coordinates: { lat: 21.35, lon: 202.05 } }
participants:
  - { country: USA, role: host }
  - { country: FRA, role: guest }
visit: { port: Pearl Harbor, purpose: routine }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: port-call
title: Port call at Suva
status: completed
dates: { start: 2023-05-02 }
location: { country: FJI, coordinates: { lat: -18.13, lon: 178.42 } }
participants:
  - { country: FJI, role: host }
  - { country: FRA, role: guest }
visit: { port: Suva, purpose: routine }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise at the ends of the earth
status: completed
dates: { start: 2023-05-02 }
location: { area: North Pole, coordinates: { lat: 90, lon: -180 } }
participants:
  - { countries: [NOR, CAN], role: participant }
exercise: { form: [field-training] }
`,
    ],
  },
  check: checkOf('engagement', function* ({ location }) {
    const { lat, lon } = location?.coordinates ?? {}
    if (lat !== undefined && !isLatitude(lat)) yield wrongLatitude(lat, lon)
    if (lon !== undefined && !isLongitude(lon)) yield wrongLongitude(lon)
  }),
}

const latitude = ['location', 'coordinates', 'lat']
const longitude = ['location', 'coordinates', 'lon']

function wrongLatitude(lat: number, lon: number | undefined): Report {
  const fact = `Latitude ${lat} lies outside -90 to 90.`
  if (lon === undefined || !isLatitude(lon) || !isLongitude(lat)) return { at: latitude, message: `${fact} Look the place up again.` }
  return {
    at: latitude,
    message: `${fact} It looks like the longitude: write lat: ${lon} and lon: ${lat}.`,
    fixes: [
      {
        title: 'Let latitude and longitude change places',
        safe: false,
        steps: [
          { do: 'replace', at: latitude, with: lon },
          { do: 'replace', at: longitude, with: lat },
        ],
      },
    ],
    related: [{ at: longitude, message: 'The longitude stands here.' }],
  }
}

/** Some charts count on eastwards from 180 to 360. */
function wrongLongitude(lon: number): Report {
  const fact = `Longitude ${lon} lies outside -180 to 180.`
  if (lon < 0 || lon > 360) return { at: longitude, message: `${fact} Look the place up again.` }
  const west = Number((lon - 360).toFixed(6))
  return {
    at: longitude,
    message: `${fact} Counted from Greenwich to the west it is ${west}.`,
    fixes: [replaceWith(longitude, west, false)],
  }
}

function isLatitude(degrees: number): boolean {
  return degrees >= -90 && degrees <= 90
}

function isLongitude(degrees: number): boolean {
  return degrees >= -180 && degrees <= 180
}
