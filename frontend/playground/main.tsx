import { createRoot } from 'react-dom/client'
import 'graphiql/style.css'
import './graphiql.css'
import './playground.css'
import { Playground } from './Playground'

createRoot(document.getElementById('root')!).render(<Playground />)
