import type { XapiLaunching } from '../../xapi/api'

export function createXapiInspector(_launching: XapiLaunching, _base: string): void {}
