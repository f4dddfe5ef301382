/** A strand's place at one end of a cable. Both count from 1. */
export interface Place {
  readonly connector: number;
  readonly position: number;
}

type Mapping = (place: Place, end: string) => Place | undefined;

const crossed: Mapping = ({ connector, position }) => ({ connector: position, position: connector });

/** One connector with a position for each of the other end's connectors. */
const breakout: Mapping = (place, end) =>
  place.connector === 1 || place.position === 1 ? crossed(place, end) : undefined;

/** Two connectors of four positions: pairs of positions change sides. */
const pairShuffle: Mapping = ({ connector, position }) => ({
  connector: Math.ceil(position / 2),
  position: 2 * (connector - 1) + ((position - 1) % 2) + 1,
});

/** Two connectors of four positions at end A, broken out pair by pair in turn to eight connectors at end B. */
const shuffledBreakout: Mapping = ({ connector, position }, end) =>
  end === 'A'
    ? { connector: 4 * Math.floor((position - 1) / 2) + 2 * (connector - 1) + ((position - 1) % 2) + 1, position: 1 }
    : {
        connector: Math.floor(((connector - 1) % 4) / 2) + 1,
        position: 2 * Math.floor((connector - 1) / 4) + ((connector - 1) % 2) + 1,
      };

const mappings: Readonly<Record<string, Mapping>> = {
  'breakout-1c2p-2c1p': breakout,
  'breakout-1c4p-4c1p': breakout,
  'breakout-1c6p-6c1p': breakout,
  'breakout-1c8p-8c1p': breakout,
  'breakout-2c4p-8c1p-shuffle': shuffledBreakout,
  'trunk-2c4p-shuffle': pairShuffle,
  'trunk-4c4p-shuffle': crossed,
};

/** Where a strand that leaves one end of a cable arrives at the other; straight through unless the profile says. */
export function mappedPosition(profile: string, end: string, place: Place): Place | undefined {
  const mapping = mappings[profile];
  return mapping ? mapping(place, end) : place;
}
