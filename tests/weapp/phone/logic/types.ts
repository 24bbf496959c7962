/** What the world outside the phone answers: WeChat's cloud and WeChat itself. */
export interface Edge {
  call(name: string, data: unknown): Promise<CallAnswer>
  upload(cloudPath: string, bytes: Uint8Array): Promise<UploadAnswer>
  /** The answer per template: accept, reject, ban or filter. */
  subscribe(templateIds: string[]): Promise<Record<string, string>>
}
export type CallAnswer = { result: unknown } | { error: EdgeError }
export type UploadAnswer = { fileID: string } | { error: EdgeError }
export interface EdgeError {
  code: number | string
  message: string
}

/** Text files of a bundle by their path in it (`pages/home/index.js`). */
export type Bundle = Record<string, string>

export type ModuleFunction = (require: (path: string) => unknown, module: object, exports: object) => void
/** Where the bundle's JavaScript runs: an isolated vm context in Node, a plain function in a browser. */
export interface Realm {
  wrap(source: string, file: string): ModuleFunction
  /** Parses into an object of the realm, so that `instanceof` and prototypes are the bundle's own. */
  parse(json: string): unknown
}
export type MakeRealm = (globals: Record<string, unknown>) => Realm

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: {
    navigationBarTitleText?: string
    navigationBarBackgroundColor?: string
    navigationBarTextStyle?: string
    backgroundColor?: string
  }
  tabBar?: { color?: string; selectedColor?: string; backgroundColor?: string; list: TabItem[] }
}
export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

/** A page that lives: what `Page()` registered, with WeChat's own members. */
export interface PageInstance extends Record<string, unknown> {
  route: string
  data: Record<string, unknown>
}
export interface OpenPage {
  route: string
  instance: PageInstance
  title: string
}

/** What the view layer is told. */
export interface ViewHooks {
  shown?(page: OpenPage): void
  closed?(page: OpenPage): void
  setData?(page: PageInstance, patch: Record<string, unknown>): void
  /** Title, tab badge, toast or dialog changed. */
  chrome?(): void
}

/** Everything a test can turn or read on a phone. */
export interface PhoneState {
  online: boolean
  /** WeChat's text size: 16 and 1 are normal, 24 and 1.5 large. */
  fontSizeSetting: number
  fontSizeScaleFactor: number
  windowWidth: number
  windowHeight: number
  storage: Map<string, unknown>
  /** Answers to the next dialogs, oldest first; 确定 where there is none. */
  modalAnswers: boolean[]
  /** Which line of the next action sheets is tapped (from 0); the first where there is none. */
  sheetAnswers: number[]
  /** Photos the next choosers give; one where nothing is said, a cancelled chooser for 0. */
  photoCounts: number[]
  /** What this phone's owner has not allowed: names of the wx API. */
  denied: Set<string>
  files: Map<string, Uint8Array>
  /** Files the next chooser of a chat gives; a cancelled one where there is none. */
  chatFiles: { name: string; bytes: Uint8Array }[]
  /** What the codes say that are held before the camera, in order; none: the person turns back. */
  scans: string[]
  /** Every call of the wx API in order. */
  api: { name: string; options: unknown }[]
  cloudCalls: { name: string; data: unknown }[]
  subscriptionsAsked: { templateIds: string[]; insideTap: boolean }[]
  dialogs: { title: string; content: string; confirmed: boolean }[]
  toasts: string[]
  badges: Map<number, string>
  setData: { route: string; bytes: number }[]
  errors: string[]
  /** True while a tap handler runs, and no longer: not after an await in it. */
  insideTap: boolean
  /** Work that will still change something: calls under way and short timers. */
  pending: Map<symbol, string>
}
