import { type CollectionName, collection, read, rows } from '../../platform/database'
import type { Question } from '../consultation/documents'
import type { DividendEntry } from '../dividend/documents'
import type { Expert } from '../expert/documents'
import type { Person } from '../registry/documents'
import type { TrainingClass } from '../training/documents'

/** The openid WeChat wants with a photo: of who sent it. */
export async function senderOf(name: CollectionName, document: { _id: string }): Promise<string | undefined> {
  if (name === 'questions') {
    const question = document as Question
    return (await read<Person>('people', question.askedBy?.personId ?? question.person.id))?.openid
  }
  if (name === 'experts') return (await read<Person>('people', (document as Expert).personId))?.openid
  if (name === 'classes') return (document as TrainingClass).by?.openid
  // Not simply the latest entry: that may be the household's dispute.
  const query = collection('dividendEntries')
    .where({ itemId: document._id, type: 'confirm' })
    .orderBy('at', 'desc')
    .limit(1)
  return (await rows<DividendEntry>(query))[0]?.by.openid
}
