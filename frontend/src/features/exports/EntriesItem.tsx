import type { Day } from '../../lib/days'
import { saveFile } from '../../lib/saveFile'
import { FileItem } from './FileItem'

interface Props {
  start: Day
  end: Day
  currency: string
}

/** In a menu: saves every entry of the period in the currency, whoever the report shows. */
export function EntriesItem({ start, end, currency }: Props) {
  const parameters = new URLSearchParams({ start, end, currency })
  const fileName = `ledger-entries_${start}_${end}_${currency}.csv`
  const make = async () => {
    await saveFile({ downloadUrl: `/entries.csv?${parameters}`, fileName })
    return { title: 'Saved all entries', message: `${fileName} has every entry in ${currency} from ${start} to ${end}, of all partners.` }
  }
  return <FileItem label="Download All Entries of the Period" make={make} failed="Not saved" />
}
