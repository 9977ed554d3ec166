import { expect, test } from 'vitest'
import { htmlOf } from './markdown'

const LINK = '<a rel="noopener noreferrer nofollow" href='

test.each([
  ['*Oil* from **above**', '<p><em>Oil</em> from <strong>above</strong></p>'],
  ['# Why', '<h4>Why</h4>'],
  ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ['[data](https://data.example/a?b=1&c)', `<p>${LINK}"https://data.example/a?b=1&amp;c">data</a></p>`],
  ['[x](javascript:alert(1))', `<p>${LINK}"">x</a></p>`],
  ['[x](data:text/html,y)', `<p>${LINK}"">x</a></p>`],
  ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['![x](https://tracker.example/p.png)', `<p>!${LINK}"https://tracker.example/p.png">x</a></p>`],
  ['<h1>no</h1>', '<p>&lt;h1&gt;no&lt;/h1&gt;</p>'],
  ['Xəzər İ 東京', '<p>Xəzər İ 東京</p>'],
])('%s', (markdown, html) => {
  expect(htmlOf(markdown)).toBe(html)
})
