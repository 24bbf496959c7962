import type { Message } from '../../../contract/inbox'
import type { NotificationDocument } from '../notification/documents'

export const presentMessage = ({ _id, title, text, at, read, page }: NotificationDocument): Message => ({
  id: _id,
  title,
  text,
  at,
  read,
  page,
})
