import { graphql } from '../../gql'
import type { LedgerCriteria } from '../../gql/graphql'
import { counted } from '../../lib/amounts'
import { longSeconds, request } from '../../lib/api'
import { saveFile } from '../../lib/saveFile'
import { sameSession } from '../../lib/session'
import { FileItem } from './FileItem'

const exportMutation = graphql(`
  mutation ExportLedgers($criteria: LedgerCriteria!) {
    exportLedgers(criteria: $criteria) {
      export {
        fileName
        rowCount
        downloadUrl
      }
      userErrors {
        message
      }
    }
  }
`)

/** In a menu: freezes the report as a file, and saves it. */
export function ExportItem({ criteria }: { criteria: LedgerCriteria }) {
  return <FileItem label="Export" make={() => makeAndSave(criteria)} failed="Not exported" first />
}

async function makeAndSave(criteria: LedgerCriteria) {
  const same = sameSession()
  const { exportLedgers } = await request(exportMutation, { criteria }, { timeoutSeconds: longSeconds })
  if (!exportLedgers.export) throw new Error(exportLedgers.userErrors.map(({ message }) => message).join(' '))
  if (!same()) throw new Error('Whoever asked for the export has signed out.')
  const { fileName, rowCount } = exportLedgers.export
  const title = `Exported ${counted(rowCount, 'partner', 'partners')}`
  try {
    await saveFile(exportLedgers.export)
  } catch {
    return { title, message: `${fileName} could not be saved here. Download it from Exports, where it is listed.` }
  }
  return { title, message: `${fileName} is saved, and listed under Exports.` }
}
