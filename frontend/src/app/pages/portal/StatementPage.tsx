export { Statement as StatementPage } from '../../../features/print/Statement'
