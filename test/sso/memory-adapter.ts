import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What a provider of the tests remembers: as much of an adapter as its codes, sessions and tokens need. */
export function memoryAdapter(): (model: string) => Adapter {
  const all = new Map<string, { payload: AdapterPayload; until: number }>();
  return (model) => {
    const found = (fits: (payload: AdapterPayload, key: string) => boolean): AdapterPayload | undefined => {
      for (const [key, { payload, until }] of all)
        if (key.startsWith(`${model}:`) && until > Date.now() && fits(payload, key)) return payload;
      return undefined;
    };
    return {
      async upsert(id, payload, seconds) {
        all.set(`${model}:${id}`, { payload, until: seconds ? Date.now() + seconds * 1000 : Number.POSITIVE_INFINITY });
      },
      find: async (id) => found((_payload, key) => key === `${model}:${id}`),
      findByUid: async (uid) => found((payload) => payload.uid === uid),
      findByUserCode: async (code) => found((payload) => payload.userCode === code),
      async consume(id) {
        const kept = all.get(`${model}:${id}`);
        if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        all.delete(`${model}:${id}`);
      },
      async revokeByGrantId(grant) {
        for (const [key, { payload }] of all) if (payload.grantId === grant) all.delete(key);
      },
    };
  };
}
