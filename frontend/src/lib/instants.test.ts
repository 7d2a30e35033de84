import { expect, test } from 'vitest'
import { dayAt, endOf, instantOf } from './instants'

const zones = ['UTC', 'Europe/London', 'Pacific/Auckland', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Etc/GMT+12', 'Asia/Kolkata']

test.each(zones)('the instant of a day is on that day in %s', (zone) => {
  for (const day of ['2011-01-01', '2011-06-30', '2012-02-29', '2011-12-31']) {
    expect(dayAt(instantOf(day, zone), zone)).toBe(day)
  }
})

test('a day is found where the business is', () => {
  expect(dayAt('2011-12-31T23:30:00Z', 'UTC')).toBe('2011-12-31')
  expect(dayAt('2011-12-31T23:30:00Z', 'Asia/Kolkata')).toBe('2012-01-01')
})

test.each(zones)('a day ends where the next one begins in %s', (zone) => {
  for (const day of ['2011-03-27', '2011-10-30', '2012-02-29', '2011-12-28']) {
    const end = endOf(day, zone)
    expect(dayAt(end, zone)).toBe(day)
    expect(dayAt(new Date(Date.parse(end) + 1000).toISOString(), zone)).not.toBe(day)
  }
})
