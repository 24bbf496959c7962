/** Why somebody in line was passed over, as the bureau reads it. What kind of people a seat is kept for is not in it. */
export const whyWords = {
  CLASS_FULL: '没有能用的空名额',
  VILLAGE_FULL: '自己村的名额满了',
  TOWNSHIP_FULL: '自己乡的名额满了',
  OTHER_VILLAGE: '空出来的是别村的名额，先给那个村排队的人',
} as const
