// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readRefusal } from './upload'

test.each([
  ['{"errors":[{"message":"forbidden","extensions":{"code":"FORBIDDEN"}}]}', 'forbidden', 'FORBIDDEN'],
  ['the file is larger than 256 MiB\n', 'the file is larger than 256 MiB', 'INTERNAL'],
  ['<html>Bad gateway</html>', 'The server answered 502.', 'INTERNAL'],
  ['', 'The server answered 502.', 'INTERNAL'],
])('what the server says is told: %s', (text, message, code) => {
  expect(readRefusal(text, 'The server answered 502.')).toEqual({ message, code })
})
