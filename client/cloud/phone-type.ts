/** Something for the phone's own calendar. Instants are ISO. */
export interface CalendarEvent {
  title: string
  startsAt: string
  endsAt: string
  place: string
  notes: string
}

/** What else differs between WeChat and a browser: the calendar, and the settings in which things are allowed. */
export interface PhoneEdge {
  /** Opens the settings in which it can be allowed. */
  openSettings(): Promise<unknown>
  /** False where it is not allowed, or somebody turned back. */
  addToCalendar(event: CalendarEvent): Promise<boolean>
}
