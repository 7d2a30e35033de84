export { OwnProfile as ProfilePage } from '../../../features/partners/OwnProfile'
