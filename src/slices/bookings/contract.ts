/** The door of the bookings for other slices' pages: routes and pure rules, nothing of the server. */
export { type BookingState, bookingStates } from './booking.ts'
export { bookingRoutes } from './booking-contract.ts'
