import { afterEach, expect, test } from 'vitest'
import { formatDay, formatInstantIn, formatPeriod, isDay, keepToday, today } from './days'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
})

test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London'])('a day is itself in %s', (name) => {
  process.env.TZ = name
  expect(formatDay('2011-11-01', 'en-GB')).toBe('1 Nov 2011')
  expect(formatDay('2012-02-29', 'en-US')).toBe('Feb 29, 2012')
  // Where clocks change at midnight, some days have no midnight.
  expect(formatDay('2018-11-04', 'en-GB')).toBe('4 Nov 2018')
})

test('until the server has told it, today is what the reader’s calendar says', () => {
  const newYear = new Date('2016-01-01T04:30:00Z')
  process.env.TZ = 'America/New_York'
  expect(today(newYear)).toBe('2015-12-31')
  process.env.TZ = 'Asia/Tokyo'
  expect(today(newYear)).toBe('2016-01-01')
})

test.each(['2015-06-24', '2012-02-29', '2000-02-29', '1900-01-01', '9999-12-31'])('%s is a day', (day) => {
  expect(isDay(day)).toBe(true)
})

test('today is what the server says, as soon as it has', () => {
  keepToday('2015-12-30')
  expect(today()).toBe('2015-12-30')
})

test.each(['', '2015-6-24', '2015-02-29', '1900-02-29', '2015-13-01', '2015-00-10', '2015-01-32', '1899-12-31', 'today', '2015-06-24T00:00'])(
  '%j is no day',
  (day) => expect(isDay(day)).toBe(false),
)

test('periods', () => {
  expect(written('2011-11-01', '2011-11-30')).toBe('1 – 30 Nov 2011')
  expect(written('2010-12-01', '2011-11-30')).toBe('1 Dec 2010 – 30 Nov 2011')
  expect(written('2011-11-01', '2011-11-01')).toBe('1 Nov 2011')
  expect(written('1900-01-01', '2011-11-30')).toBe('all time until 30 Nov 2011')
})

// Around the dash, browsers know spaces of several widths.
function written(start: string, end: string): string {
  return formatPeriod({ start, end }, 'en-GB').replace(/\s/g, ' ')
}

test('an instant is told as a clock where the business is tells it', () => {
  process.env.TZ = 'Asia/Tokyo'
  expect(formatInstantIn('Europe/London', '2011-06-15T23:30:05Z', 'en-GB')).toBe('16 Jun 2011, 00:30:05')
})
