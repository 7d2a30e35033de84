import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Presses Tab, or Shift+Tab, until something has the focus. Wherever it stops on the way, one can see where it is. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  // Whatever is still on its way may take the place of what has the focus.
  await expect.poll(() => page.locator('[aria-busy=true], [data-busy], .mantine-Skeleton-root').count()).toBe(0)
  for (let presses = 0; presses < 80; presses += 1) {
    // oxlint-disable no-await-in-loop -- one press after the other
    await page.keyboard.press(key)
    await expectVisibleFocus(page)
    if (await hasFocus(target)) return
    // oxlint-enable no-await-in-loop
  }
  throw new Error(`${key} does not lead to ${String(target)}`)
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === element.ownerDocument.activeElement)
}

/** What has the focus is within sight, and has a ring around it. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  // What slides or fades into place gets the time for it.
  await expect.poll(() => page.evaluate(describeFocus)).toMatch(/^seen: /)
}

// Runs in the page, whose types these tests don't have: as text.
const describeFocus = `(() => {
  const element = document.activeElement
  const style = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const within = box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
  return (!ring ? 'no ring: ' : !within ? 'out of sight: ' : 'seen: ') + element.outerHTML.slice(0, 200)
})()`
