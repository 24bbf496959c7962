/** What a request carries; the server's envelope. */
export interface Request {
  operation: string
  input: unknown
  requestId: string
  actFor?: string | undefined
}

/** A file somebody chose, on the phone. */
export interface ChosenFile {
  path: string
  name: string
  /** Bytes. */
  size: number
}

/** The edge of the client: the only things that differ between WeChat and a browser. */
export interface Transport {
  /** The function's answer as it is; rejects where the cloud or the network failed. */
  callApi(request: Request): Promise<unknown>
  /** Puts a local file into cloud storage; answers its fileID. `onProgress` hears how many percent are there. */
  uploadFile(path: string, cloudPath: string, onProgress?: (percent: number) => void): Promise<string>
  /** WeChat's dialog; must run inside the tap. Template id → accept, reject, ban or filter. */
  askSubscription(templateIds: string[]): Promise<Record<string, string>>
  /** Camera or album; paths of the chosen pictures, none when the person turned back. */
  choosePhotos(count: number): Promise<string[]>
  /** A table from a chat, or from the computer's disk; undefined when the person turned back. */
  chooseTable(): Promise<ChosenFile | undefined>
  /** A document or picture from a chat, or from the computer's disk; undefined when the person turned back. */
  chooseDocument(): Promise<ChosenFile | undefined>
  /** A place on WeChat's map; undefined when the person turned back. A browser has no map to choose on. */
  choosePoint: (() => Promise<{ latitude: number; longitude: number } | undefined>) | undefined
  /** Gives somebody a file: opened in WeChat, from where it can be kept or sent on; saved by a browser. */
  takeAway(url: string, name: string): Promise<void>
  /** What a code before the camera says; undefined when the person turned back. A picture from the album will not do. */
  scanCode(): Promise<string | undefined>
  /** Whether the phone knows that it has no network at all. */
  isOffline(): Promise<boolean>
  /** Calls back whenever the network has come back; answers how to stop. */
  onOnline(listener: () => void): () => void
  /** Prefix of storage keys, where one storage serves several people; empty in WeChat. */
  storageOwner(): string
}
