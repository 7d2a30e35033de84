export { Overview as OverviewPage } from '../../features/overview/Overview'
