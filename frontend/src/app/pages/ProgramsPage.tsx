export { Programs as ProgramsPage } from '../../features/programs/Programs'
