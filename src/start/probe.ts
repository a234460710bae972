/**
 * Does anything still get through? Asks for our own style sheet past every cache. A login page in its place is a redirect, and no answer;
 * a host that has no HEAD is one; eight seconds without any are none.
 */
export const probePackage = (window: Window & typeof globalThis) => async (): Promise<boolean> => {
  const answer = await window.fetch('player.css', {
    method: 'HEAD',
    cache: 'no-store',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(8000),
  })
  return !answer.redirected && (answer.ok || answer.status === 405 || answer.status === 501)
}
