/** scorm-again; with strict errors, the judge of what we say. */
import { Scorm12API, Scorm2004API } from 'scorm-again'
import { API_NAME, recorded, type Host, type HostCall } from './host'

interface Loadable {
  loadFromFlattenedJSON(json: Record<string, string>): void
}

export const scormAgainHost = (standard: Host['standard'], given: Readonly<Record<string, string>> = {}, strict = true): Host => {
  const settings = { strict_errors: strict, logLevel: 5 as const, autocommit: false }
  const api = standard === 'scorm12' ? new Scorm12API(settings) : new Scorm2004API(settings)
  const calls: HostCall[] = []
  if (Object.keys(given).length) (api as Loadable).loadFromFlattenedJSON({ ...given })
  const taken = () => ({
    ...given,
    ...Object.fromEntries(calls.filter((c) => c.method === 'set' && c.result === 'true').map((c) => [c.element, c.value])),
  })
  return {
    standard,
    calls,
    install: (window) => void Object.assign(window, { [API_NAME[standard]]: recorded(standard, api, calls) }),
    stored: (element) => taken()[element] ?? '',
    relaunch: () =>
      scormAgainHost(
        standard,
        Object.fromEntries(Object.entries(taken()).filter(([e]) => !/interactions|session_time|exit/.test(e))),
        strict,
      ),
  }
}
