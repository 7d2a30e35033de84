export { Exports as ExportsPage } from '../../features/exports/Exports'
