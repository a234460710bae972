/** The gallery page: one stage kind in a frame, the others a link away. Works without a script. */
import type { Module } from '../../../src/model/course'
import { frameOf, frames } from '../frames'
import { html, page, type Markup } from '../html'

export interface GalleryPage {
  readonly modules: readonly Module[]
  /** Id of the module shown. */
  readonly shown: Module
  readonly frame: string
}

export function galleryPage({ modules, shown, frame }: GalleryPage): string {
  const { width, height, id } = frameOf(frame)
  const body = html`
    <header class="top">
      <h1>Stages</h1>
      <p class="soft">
        Every stage kind, moving. How to write them: <span class="code">docs/stages/</span>; these texts:
        <span class="code">docs/stages/gallery/</span>. <a href="/">Back to the packages</a>
      </p>
      <nav aria-label="Stage kinds">
        ${modules.map((module) => link(`/stages/${module.id}?frame=${id}`, module.title, module === shown))}
      </nav>
      <nav aria-label="Frames">${frames.map((one) => link(`/stages/${shown.id}?frame=${one.id}`, one.label, one.id === id))}</nav>
    </header>
    <main class="gallery" tabindex="0" aria-label="Stage">
      <iframe src="/stages/${shown.id}/" title="${shown.title}" width="${width ?? '100%'}" height="${height ?? '800'}"></iframe>
    </main>
  `
  return page(`${shown.title} – Stages`, 'page-gallery', body)
}

const link = (href: string, label: string, here: boolean): Markup =>
  here ? html`<a class="button first" aria-current="page" href="${href}">${label}</a>` : html`<a class="button" href="${href}">${label}</a>`
