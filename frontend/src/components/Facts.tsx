import { Title } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import classes from './Facts.module.css'

interface Props {
  title: string
  facts: [name: string, value: ReactNode][]
}

/** What is known of one thing, line by line. */
export function Facts({ title, facts }: Props) {
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
