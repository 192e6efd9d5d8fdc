import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { mlOrchestratorTranslationRef } from './ref';
import type { Translate } from './ref';

/** The messages in the reader's language where no hook can be used, once they are loaded. */
export async function translateWith(
  apis: Pick<ApiHolder, 'get'>,
): Promise<Translate> {
  const api = apis.get(translationApiRef);
  if (!api) {
    throw new Error('The portal has no translation API');
  }
  const now = api.getTranslation(mlOrchestratorTranslationRef);
  if (now.ready) {
    return now.t;
  }
  return new Promise((resolve, reject) => {
    const subscription = api
      .translation$(mlOrchestratorTranslationRef)
      .subscribe({
        next: snapshot => {
          if (snapshot.ready) {
            subscription.unsubscribe();
            resolve(snapshot.t);
          }
        },
        error: reject,
      });
  });
}
