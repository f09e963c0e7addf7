/** The door of the bookings: what other slices may use. */
export { approveBooking } from './approve-booking.ts'
export { cancelBooking } from './cancel-booking.ts'
export { checkIn } from './check-in.ts'
export { requestBooking } from './request-booking.ts'
export { sweepBookings } from './sweep-bookings.ts'
export { type Clash, letGo, takeTogether, type Taking } from './take-together.ts'
