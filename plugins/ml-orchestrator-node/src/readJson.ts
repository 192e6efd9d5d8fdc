import { CustomErrorBase, InputError } from '@backstage/errors';
import express from 'express';
import type { ErrorRequestHandler, RequestHandler } from 'express';

/** Largest request body in KiB, where nothing else is said; real answers are far below it. */
const BODY_LIMIT_KIB = 64;

class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  statusCode = 413;
}

/** Reads JSON bodies; too large and malformed ones give an error that a person can act on. */
export function readJson(
  limitKib = BODY_LIMIT_KIB,
): (RequestHandler | ErrorRequestHandler)[] {
  const explain: ErrorRequestHandler = (error, _req, _res, next) => {
    switch (error?.type) {
      case 'entity.too.large':
        next(
          new PayloadTooLargeError(
            `body: must not be larger than ${limitKib} KiB`,
          ),
        );
        break;
      case 'entity.parse.failed':
        next(new InputError(`body: is not valid JSON: ${error.message}`));
        break;
      default:
        next(error);
    }
  };
  const requireJson: RequestHandler = (req, _res, next) => {
    next(
      req.is('application/json')
        ? undefined
        : new InputError(
            'body: must be JSON; send it with "Content-Type: application/json"',
          ),
    );
  };
  return [requireJson, express.json({ limit: limitKib * 1024 }), explain];
}
