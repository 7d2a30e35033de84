import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './app/global.css'
import { App } from './app/App'

createRoot(document.getElementById('root')!).render(<App />)
