import { useEffect, useRef, useState } from 'react'
import { uploadPhoto } from '../cloud/upload'
import { forget, keep, kept } from '../storage'
import { type Photo, toKeep } from './photos'

/** Where a form keeps its photos: under a name on the phone, or with what else it keeps in a draft of its own. */
export type Keeper = string | { photos: readonly Photo[]; keep: (photos: Photo[]) => void }

function startOf(keeper: Keeper | undefined): Photo[] {
  if (keeper === undefined) return []
  return typeof keeper === 'string' ? (kept<Photo[]>(`photos:${keeper}`) ?? []) : [...keeper.photos]
}

function keepIn(keeper: Keeper, photos: Photo[]): void {
  if (typeof keeper !== 'string') keeper.keep(photos.map(({ percent: _, ...photo }) => photo))
  else if (photos.length > 0) keep(`photos:${keeper}`, toKeep(photos))
  else forget(`photos:${keeper}`)
}

/**
 * Photos of a form, uploading as soon as they are chosen; a failed one is tried again by a tap. With a
 * keeper they are kept on the phone like what is typed: those that had arrived are there again, the others are sent again.
 */
export function usePhotos(keeper?: Keeper) {
  const [photos, set] = useState<Photo[]>(() => startOf(keeper))
  const keeping = useRef(keeper)
  keeping.current = keeper
  const before = useRef(photos)
  const running = useRef(new Set<string>())
  const change = (path: string, part: Partial<Photo>) =>
    set((all) => all.map((photo) => (photo.path === path ? { ...photo, ...part } : photo)))
  const send = async (path: string) => {
    if (running.current.has(path)) return
    running.current.add(path)
    change(path, { failed: false, percent: 0 })
    try {
      change(path, { fileID: await uploadPhoto(path, (percent) => change(path, { percent })) })
    } catch {
      // Shown on the photo itself, with what to do.
      change(path, { failed: true })
    } finally {
      running.current.delete(path)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what an earlier visit left unfinished
  useEffect(() => {
    for (const { path, fileID } of photos) if (!fileID) void send(path)
  }, [])
  useEffect(() => {
    if (keeping.current !== undefined && before.current !== photos) keepIn(keeping.current, photos)
    before.current = photos
  }, [photos])

  const add = (paths: string[]) => {
    set((all) => [...all, ...paths.map((path) => ({ path }))])
    for (const path of paths) void send(path)
  }
  const remove = (path: string) => set((all) => all.filter((photo) => photo.path !== path))
  const clear = () => {
    // At once: the page may be left before it is drawn again, and the next form would begin with photos that were sent.
    if (keeping.current !== undefined) keepIn(keeping.current, [])
    set([])
  }
  return { photos, add, send, remove, clear }
}
