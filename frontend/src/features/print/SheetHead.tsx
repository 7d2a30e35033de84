import classes from './Print.module.css'

interface Props {
  company: string
  title: string
  facts: [name: string, value: string][]
}

/** What each document begins with: whose it is, and what it is. */
export function SheetHead({ company, title, facts }: Props) {
  return (
    <header className={classes.head}>
      <strong>{company}</strong>
      <h2>{title}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}
