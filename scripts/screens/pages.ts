interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** Every page of the app, as WeChat will find it in app.json. */
export async function pagesOfApp(): Promise<string[]> {
  // Taro's own name for "this is the configuration": it gives back what it is given.
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: config } = (await import('../../client/app.config')) as { default: AppConfig }
  return [
    ...config.pages,
    ...(config.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
}
