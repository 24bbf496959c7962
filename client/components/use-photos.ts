import { useEffect, useRef, useState } from 'react'
import { uploadPhoto } from '../cloud/upload'
import { forget, keep, kept } from '../storage'
import { type Photo, toKeep } from './photos'

/**
 * Photos of a form, uploading as soon as they are chosen; a failed one is tried again by a tap. With a `draft` name
 * they are kept on the phone like what is typed: those that had arrived are there again, the others are sent again.
 */
export function usePhotos(draft?: string) {
  const key = draft && `photos:${draft}`
  const [photos, set] = useState<Photo[]>(() => (key && kept<Photo[]>(key)) || [])
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
    if (!key) return
    if (photos.length > 0) keep(key, toKeep(photos))
    else forget(key)
  }, [key, photos])

  const add = (paths: string[]) => {
    set((all) => [...all, ...paths.map((path) => ({ path }))])
    for (const path of paths) void send(path)
  }
  const remove = (path: string) => set((all) => all.filter((photo) => photo.path !== path))
  return { photos, add, send, remove, clear: () => set([]) }
}
