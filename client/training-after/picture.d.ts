import type { PictureEdge } from './picture-type'

// Taro's build puts picture.weapp.ts or picture.h5.ts in this file's place.
export const paint: PictureEdge['paint']
export const keepPicture: PictureEdge['keepPicture']
