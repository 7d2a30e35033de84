export { Imports as ImportsPage } from '../../features/imports/Imports'
