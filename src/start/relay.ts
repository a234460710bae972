/** Lies in every SCORM package, and is loaded where a relay is set (build/pack/relay-page.ts): before the player, which asks for what stands here. */
import type { Module } from '../model/course'
import type { ProgrammePage } from '../model/programme-page'
import type { Settings } from '../model/settings'
import { relayed } from '../session/relay/relayed'
import type { Relaying } from './relaying'

const read = <T>(id: string): T => JSON.parse(window.document.getElementById(id)?.textContent || 'null') as T

;(window as unknown as Relaying).relayed = (lms, { course, trace }) => {
  const { relay, pass } = read<Settings>('settings')
  const module = async (id: string): Promise<Module> => {
    const answer = await window.fetch(read<ProgrammePage>('programme').files[id] ?? '', {
      credentials: 'same-origin',
      cache: 'force-cache',
    })
    return (await answer.json()) as Module
  }
  const options = { window, course, pass, module, random: Math.random }
  return relay ? relayed(lms, { ...options, relay, ...(trace ? { trace } : {}) }) : lms
}
