/** The machines the specifications give: W3C WebRTC, sections of RTCPeerConnection, RTCIceTransport, RTCDtlsTransport, RTCSctpTransport, RTCDataChannel. */
export interface KnownMachine {
  /** What is shown without `show:`. */
  readonly shows: readonly string[]
  readonly states: readonly string[]
  readonly start: string
  /** `from > to` → why; `any` is every state. */
  readonly ways: { readonly [way: string]: string }
  /** Where they stand on a wide frame; '' leaves a place empty. Absent: on one line. */
  readonly rows?: readonly (readonly string[])[]
}

const ladder = (states: readonly string[], ways: { readonly [way: string]: string }): KnownMachine => ({
  shows: states,
  states,
  start: states[0] ?? '',
  ways,
})
const grid = (rows: readonly (readonly string[])[], ways: { readonly [way: string]: string }): KnownMachine => ({
  ...ladder(
    rows.flat().filter((s) => s !== ''),
    ways,
  ),
  rows,
})

export const knownMachines: ReadonlyMap<string, KnownMachine> = new Map<string, KnownMachine>([
  [
    'signaling-state',
    {
      shows: ['have-local-offer', 'stable', 'have-remote-offer'],
      states: ['stable', 'have-local-offer', 'have-remote-offer', 'have-local-pranswer', 'have-remote-pranswer', 'closed'],
      start: 'stable',
      ways: {
        'stable > have-local-offer': 'setLocalDescription(offer)',
        'have-local-offer > stable': 'setRemoteDescription(answer)',
        'stable > have-remote-offer': 'setRemoteDescription(offer)',
        'have-remote-offer > stable': 'setLocalDescription(answer)',
        'have-local-offer > have-remote-pranswer': 'remote pranswer',
        'have-remote-pranswer > stable': 'remote answer',
        'have-remote-offer > have-local-pranswer': 'local pranswer',
        'have-local-pranswer > stable': 'local answer',
        'any > closed': 'close()',
      },
      rows: [
        ['have-local-offer', 'stable', 'have-remote-offer'],
        ['have-remote-pranswer', 'closed', 'have-local-pranswer'],
      ],
    },
  ],
  [
    'ice-gathering-state',
    ladder(['new', 'gathering', 'complete'], {
      'new > gathering': 'gathering begins',
      'gathering > complete': 'no more candidates',
      'complete > gathering': 'ICE restart',
    }),
  ],
  [
    'ice-transport-state',
    grid(
      [
        ['new', 'checking', 'connected', 'completed'],
        ['closed', 'failed', 'disconnected', ''],
      ],
      {
        'new > checking': 'remote candidates',
        'checking > connected': 'a pair works',
        'connected > completed': 'all checks done',
        'completed > connected': 'ICE restart',
        'checking > failed': 'gave up',
        'failed > checking': 'ICE restart',
        'checking > disconnected': 'checks fail',
        'disconnected > checking': 'ICE restart',
        'connected > disconnected': 'lost',
        'disconnected > connected': 'recovers',
        'completed > disconnected': 'lost',
        'any > closed': 'close()',
      },
    ),
  ],
  [
    'connection-state',
    grid(
      [
        ['new', 'connecting', 'connected'],
        ['closed', 'failed', 'disconnected'],
      ],
      {
        'new > connecting': 'ICE or DTLS at work',
        'connecting > connected': 'both ready',
        'connecting > failed': 'ICE or DTLS failed',
        'failed > connecting': 'ICE restart',
        'connected > disconnected': 'path lost',
        'disconnected > connected': 'recovers',
        'disconnected > failed': 'gave up',
        'any > closed': 'close()',
      },
    ),
  ],
  [
    'dtls-state',
    grid(
      [
        ['new', 'connecting', 'connected'],
        ['', 'failed', 'closed'],
      ],
      {
        'new > connecting': 'first packet',
        'connecting > connected': 'fingerprint verified',
        'connecting > failed': 'no match, or an alert',
        'any > closed': 'close()',
      },
    ),
  ],
  [
    'sctp-state',
    ladder(['connecting', 'connected', 'closed'], {
      'connecting > connected': 'cookies swapped',
      'connected > closed': 'association ends',
    }),
  ],
  [
    'channel-state',
    ladder(['connecting', 'open', 'closing', 'closed'], {
      'connecting > open': 'transport ready',
      'open > closing': 'close()',
      'closing > closed': 'stream reset',
    }),
  ],
])
