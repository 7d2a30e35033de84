import classes from './SkipLink.module.css'

/** What the keyboard reaches first: past the navigation. */
export function SkipLink() {
  return (
    <a href="#content" className={classes.skip}>
      Skip to the content
    </a>
  )
}
