/** `ratings`, _id = the enrolment's: nobody rates a class twice. Who it is of is never shown. */
export interface Rating {
  _id: string
  classId: string
  personId: string
  stars: number
  words: string
  /** Something was said: only such are listed. */
  said: boolean
  firstAt: string
  at: string
}

/** `ratingTotals`, _id = class: how many gave one star … five; moves with the rating it counts. */
export interface RatingTotals {
  _id: string
  byStars: number[]
}
