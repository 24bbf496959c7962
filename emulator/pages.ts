import { createReadStream, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Serves a file of one of the folders, longest path first; false where there is none. */
export function servePage(pages: Record<string, string>, path: string, response: ServerResponse): boolean {
  const prefixes = Object.keys(pages).sort((a, b) => b.length - a.length)
  for (const prefix of prefixes) {
    if (path !== prefix && !path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)) continue
    const folder = normalize(pages[prefix] ?? '')
    let file = normalize(join(folder, decodeURIComponent(path.slice(prefix.length))))
    if (file !== folder && !file.startsWith(folder + sep)) return false
    try {
      if (statSync(file).isDirectory()) {
        // Relative links of the page need the slash.
        if (!path.endsWith('/')) {
          response.writeHead(302, { location: `${path}/` }).end()
          return true
        }
        file = join(file, 'index.html')
        statSync(file)
      }
    } catch {
      continue
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    })
    createReadStream(file).pipe(response)
    return true
  }
  return false
}
