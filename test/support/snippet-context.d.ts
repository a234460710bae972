/**
 * What the snippets of the course take as given: what stands in the page around them. Anything of the browser comes from the DOM
 * library, so that a name which no browser has is found. A snippet's own declarations hide these.
 */

/** Whatever carries messages to the other page: a WebSocket, fetch, a chat. */
declare const signal: {
  send(message: {
    readonly description?: RTCSessionDescription | null
    readonly candidate?: RTCIceCandidate | null
    readonly bye?: boolean
  }): void
  onmessage: (message: { readonly description?: RTCSessionDescriptionInit; readonly candidate?: RTCIceCandidateInit | null }) => void
}

/** The same in the short form that module 2 shows. */
declare function send(description: RTCSessionDescriptionInit | null): void
declare const sender: RTCRtpSender
declare const worker: Worker
/** A picture of the screen: of `getDisplayMedia()`. */
declare const display: MediaStreamTrack

declare const config: RTCConfiguration
declare const iceServers: RTCIceServer[]
declare const wanted: MediaStreamConstraints
declare const pc: RTCPeerConnection
declare const stream: MediaStream
declare const track: MediaStreamTrack
declare const tracks: readonly MediaStreamTrack[]
declare const offer: RTCSessionDescriptionInit
declare const answer: RTCSessionDescriptionInit
declare const description: RTCSessionDescriptionInit | undefined
declare const candidate: RTCIceCandidateInit | undefined
declare function makeOffer(): Promise<void>

declare const video: HTMLVideoElement
declare const selfView: HTMLVideoElement
declare const canvas: HTMLCanvasElement
/** Where the page says how the call is doing. */
declare const lamp: HTMLElement
declare function show(state: RTCPeerConnectionState): void
declare function hideSpinner(): void
