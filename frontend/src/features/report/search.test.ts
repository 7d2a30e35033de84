import { expect, test } from 'vitest'
import { today } from '../../lib/days'
import { lastMonth } from '../../lib/periods'
import { parseSearch, stringifySearch } from '../../lib/search'
import { ledgerCriteria, ledgerOrder, readReportSearch } from './search'

const read = (text: string) => readReportSearch(parseSearch(text) as never)
const november = { start: '2011-11-01', end: '2011-11-30' }

test('what is in the address is what the API is asked', () => {
  const search = read(
    '?start=2011-11-01&end=2011-11-30&search=co&status=ACTIVE&program=1&parent=7&currency=GBP&minimum=10.50&hideZero=1&order=PAYMENTS&direction=DESC&size=25&after=x&page=2',
  )
  expect(ledgerCriteria(search)).toEqual({
    period: november,
    search: 'co',
    status: 'ACTIVE',
    programId: '1',
    parentId: '7',
    currencyCode: 'GBP',
    minimumEndingBalance: '10.50',
    nonZeroOnly: true,
  })
  expect(ledgerOrder(search)).toEqual({ field: 'PAYMENTS', direction: 'DESC' })
  expect(search).toMatchObject({ size: 25, after: 'x', page: 2 })
  expect(read(stringifySearch({ ...search }))).toEqual(search)
})

test('without days it is the last month, and says so', () => {
  expect(read('')).toMatchObject(lastMonth(today()))
})

test.each(['?start=2011-11-01', '?start=2011-11-31&end=2011-12-01', '?start=2011-12-01&end=2011-11-01'])(
  'days that are none are not asked for: %s',
  (text) => expect(read(text)).toMatchObject(lastMonth(today())),
)

test('what was mistyped is as if left out', () => {
  const search = read(
    '?start=2011-11-01&end=2011-11-30&status=GONE&program=x&parent=-1&currency=pounds&minimum=a lot&hideZero=yes&order=NAME&direction=UP&page=0&size=1000000',
  )
  expect(JSON.parse(JSON.stringify(search))).toEqual(november)
  expect(ledgerOrder(search)).toEqual({ field: 'PARTNER_NAME', direction: 'ASC' })
})
