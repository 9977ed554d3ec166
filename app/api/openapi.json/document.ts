const text = { type: 'string' }
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const path = (...names: string[]) => names.map((name) => ({ name, in: 'path', required: true, schema: text }))
const event = path('edition', 'event')
const notFound = problem('It is not there, or not yours to see')

/** One operation that reads: what it gives and the parameters of its address. */
const read = (summary: string, parameters: object[] = [], schema: object = { type: 'object' }) => ({
  get: { summary, parameters, responses: { 200: { description: summary, ...json(schema) }, 404: notFound } },
})

const mark = {
  type: 'object',
  required: ['id', 'entry', 'criterion', 'value', 'device', 'seq', 'replaces', 'at'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'Made by the client: sending it twice saves it once' },
    entry: { type: 'string', format: 'uuid' },
    criterion: { type: 'string', format: 'uuid' },
    value: {
      type: ['number', 'null'],
      description: 'On the criterion’s grid; 1 or 0 for a gate; null clears',
    },
    device: text,
    seq: { type: 'integer', description: 'Counts per device' },
    replaces: { type: ['string', 'null'], description: 'The mark the juror was looking at' },
    at: { type: 'string', format: 'date-time' },
  },
}

const jury = {
  '/api/v1/jury/{edition}/{event}/marks': {
    get: {
      summary: 'The juror’s own sheet',
      parameters: event,
      responses: {
        200: {
          description:
            'The sheet; `reminder` says that the organizers ask for ballots that are missing, or is null',
          ...json({
            type: 'object',
            properties: {
              reminder: {
                type: ['object', 'null'],
                properties: { at: { type: 'string', format: 'date-time' }, teams: { type: 'integer' } },
              },
            },
          }),
        },
        401: problem('Not signed in'),
        404: notFound,
      },
    },
    post: {
      summary: 'Save marks',
      parameters: event,
      requestBody: {
        required: true,
        ...json({ type: 'object', properties: { marks: { type: 'array', items: mark } } }),
      },
      responses: {
        200: {
          description:
            'What was saved, what was rejected and why, and which cells another device had changed',
        },
        400: problem('Malformed'),
        401: problem('Not signed in'),
        404: notFound,
        413: problem('More than four megabytes'),
        423: problem('All were refused because scoring is closed'),
        429: problem('Too many from this juror'),
      },
    },
  },
  '/api/v1/jury/{edition}/{event}/notes': {
    post: {
      summary: 'Write a private note or feedback for the team',
      parameters: event,
      responses: { 200: { description: 'Saved' } },
    },
  },
  '/api/v1/jury/{edition}/{event}/ballots/{entry}': {
    post: {
      summary: 'Submit, recuse or reopen the own ballot',
      parameters: path('edition', 'event', 'entry'),
      responses: {
        200: { description: 'Where it stands' },
        422: problem('Something is missing'),
        423: problem('Closed'),
      },
    },
  },
}

const version = {
  name: 'version',
  in: 'query',
  schema: text,
  description: '`draft` or a number; else what counts',
}
const upload = {
  type: 'object',
  properties: {
    deck: text,
    received: { type: 'integer' },
    bytes: { type: 'integer' },
    begunAt: { type: 'string', format: 'date-time' },
  },
}

const deckParts = {
  '/api/v1/entries/{entry}/deck': {
    get: {
      summary: 'The uploaded deck, for the team, the organizer and who judges it',
      parameters: [...path('entry'), version],
      responses: { 200: { description: 'application/pdf' }, 404: notFound },
    },
    post: {
      summary: 'Begin an upload: from now on it has a moment',
      parameters: path('entry'),
      requestBody: {
        required: true,
        ...json({ type: 'object', properties: { fileName: text, bytes: { type: 'integer' } } }),
      },
      responses: {
        201: { description: 'Begun', ...json(upload) },
        422: problem('Refused by its name or its size'),
        423: problem('The deadline has passed'),
      },
    },
  },
  '/api/v1/entries/{entry}/deck/first-page': {
    get: {
      summary: 'Its first page as a picture',
      parameters: [...path('entry'), version],
      responses: { 200: { description: 'image/png' }, 404: notFound },
    },
  },
  '/api/v1/decks/{deck}': {
    ...read('How far the own upload has come', path('deck'), upload),
    post: {
      summary: 'Send the part that begins at an offset, at most half a megabyte; twice is once',
      parameters: [
        ...path('deck'),
        { name: 'offset', in: 'query', required: true, schema: { type: 'integer' } },
      ],
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: { 200: { description: 'How far it has come', ...json(upload) }, 422: problem('A gap') },
    },
  },
  '/api/v1/decks/{deck}/finish': {
    post: {
      summary: 'End the upload: the file is looked into and becomes the draft’s deck',
      parameters: path('deck'),
      responses: {
        200: { description: 'Its digest, its pages, and a receipt where it was handed in at once' },
        422: problem('Not all has arrived, or the file is none the jury could open'),
      },
    },
  },
}

const place = '/api/v1/events/{edition}/{event}'

export const openapi = {
  openapi: '3.1.0',
  info: { title: 'Apogee', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
  paths: {
    '/api/health': read('The process lives'),
    '/api/ready': {
      get: {
        summary: 'Ready to work',
        responses: { 200: { description: 'Yes' }, 503: problem('No: what is missing') },
      },
    },
    '/api/v1/editions/{edition}': read('An edition with its claims and events', path('edition')),
    [place]: read('An event with its counts, claims and partners', event),
    [`${place}/teams`]: read('The teams of an event', event),
    [`${place}/results`]: read('The published result', event),
    [`${place}/results.csv`]: {
      get: {
        summary: 'The published result as CSV',
        parameters: event,
        responses: { 200: { description: 'text/csv' }, 404: notFound },
      },
    },
    [`${place}/export`]: read('Everything of the event, for its organizer', event),
    [`${place}/package`]: read(
      'A sealed result as a package that can be verified, for president and organizer',
      event,
    ),
    [`${place}/minutes.pdf`]: {
      get: {
        summary: 'The minutes of a sealed result, for president and organizer',
        parameters: [...event, { name: 'language', in: 'query', schema: { enum: ['en', 'fr', 'az'] } }],
        responses: { 200: { description: 'application/pdf' }, 404: notFound },
      },
    },
    [`${place}/audit`]: read('The audit chain of the event', event),
    ...jury,
    ...deckParts,
  },
  components: {
    schemas: {
      Problem: {
        type: 'object',
        description: 'RFC 9457',
        properties: { type: text, status: { type: 'integer' }, code: text, title: text, field: text },
      },
    },
  },
}
