import { openapi } from './document'

/** The HTTP API in its own words (OpenAPI 3.1). */
export const GET = () => Response.json(openapi)
