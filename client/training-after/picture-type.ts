/** What drawings here need of a canvas; WeChat's and a browser's both have it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
> & { drawImage(image: unknown, x: number, y: number, width: number, height: number): void }

export interface Drawing {
  /** In pixels. */
  width: number
  height: number
  /** `load` fetches a picture by its address, also a data URL. */
  draw(pen: Pen, load: (source: string) => Promise<unknown>): Promise<void>
}

/** What differs between WeChat and a browser about pictures. Of this subpackage: the main one stays small. */
export interface PictureEdge {
  /** Draws, and answers the picture's path. In WeChat on the page's own canvas, `#drawing`. */
  paint(drawing: Drawing): Promise<string>
  /** Keeps a picture in the phone's album; false where that is not allowed. */
  keepPicture(path: string, name: string): Promise<boolean>
}
