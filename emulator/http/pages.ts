import { createReadStream, type Stats, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

export const contentType = (path: string): string =>
  TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'

/**
 * Serves a file of one of the folders, longest path first; false where there is none. A browser asks again each time
 * (no-cache) and gets 304 while the file is the same: a rebuilt page is never an old one.
 */
export function servePage(
  pages: Record<string, string>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  for (const prefix of Object.keys(pages).sort((a, b) => b.length - a.length)) {
    const base = prefix.endsWith('/') ? prefix : `${prefix}/`
    if (path !== prefix && !path.startsWith(base)) continue
    const folder = resolve(pages[prefix] ?? '')
    let file = resolve(folder, `.${sep}${decodeURIComponent(path.slice(base.length))}`)
    if (file !== folder && !file.startsWith(folder + sep)) return false
    let stats = statOf(file)
    if (stats?.isDirectory()) {
      // A page's relative links need the slash.
      if (!path.endsWith('/')) {
        const query = request.url?.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
        response.writeHead(302, { location: `${path}/${query}` }).end()
        return true
      }
      file = join(file, 'index.html')
      stats = statOf(file)
    }
    if (stats?.isFile()) {
      sendFile(file, stats, request, response)
      return true
    }
  }
  return false
}

const statOf = (file: string): Stats | undefined => {
  // A name with a NUL throws, and is no file.
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function sendFile(file: string, stats: Stats, request: IncomingMessage, response: ServerResponse): void {
  const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`
  const headers = { 'cache-control': 'no-cache', etag, 'x-content-type-options': 'nosniff' }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-type': contentType(file), 'content-length': stats.size })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}
