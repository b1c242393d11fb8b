// The walls of the house. A row of rooms, left to right; who sees whom is decided here and nowhere else.
const row = [
  'contact-points',
  'groups',
  'access',
  'rooms',
  'reservations',
  'meetings',
  'invitations',
  'notifications',
];
const edges = ['embed', 'desk', 'demo', 'health'];
const insides = '\\.(module|reader|events|entity)\\.ts$';
const anyOf = (names) => `(${names.join('|')})`;

const looksRight = row.slice(0, -1).map((room, index) => ({
  name: `${room}-looks-left-only`,
  comment: `${room}/ sees only rooms to its left. Tell rooms to the right by an event.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/${anyOf(row.slice(index + 1))}/` },
}));

const seesInsides = [...row, ...edges].map((room) => ({
  name: `through-the-wall-of-${room}`,
  comment: `Of ${room}/ others may use .module, .reader, .events and .entity. Ask its reader instead.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${room}/|app\\.module|open-house|welcome|cli/)` },
  to: { path: `^src/${room}/`, pathNot: insides },
}));

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'A cycle means that two files are one thing. Join them, or move what they share to the left.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'kernel/ is the ground: it imports nothing of the house.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'platform/ is technical and knows no word of the domain.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(kernel|platform|migrations)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ decides with kernel and its own folder only: no Nest, no SQL, no clock.',
      severity: 'error',
      from: { path: '^src/.+/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/kernel/', '^src/[^/]+/domain/'] },
    },
    {
      name: 'typeorm-in-its-places',
      comment: 'typeorm belongs into stores, readers, entities, modules, platform, migrations and the demo.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.(store|reader|entity|module)\\.ts$', '^src/(platform|migrations|demo|health)/'],
      },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'production-needs-no-dev-package',
      comment:
        'The image holds production packages only. What needs another belongs into demo/, loaded in development.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/demo/', '\\.spec\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'edges-stand-apart',
      comment: 'Nobody imports an edge, nor edges each other; only the start of the house does.',
      severity: 'error',
      from: { path: `^src/(?!app\\.module|open-house|welcome)([^/]+)/` },
      to: { path: `^src/${anyOf(edges)}/`, pathNot: '^src/$1/' },
    },
    ...looksRight,
    ...seesInsides,
    {
      name: 'client-row',
      comment: 'words, theme, api stand at the bottom of the client and see nothing above them.',
      severity: 'error',
      from: { path: '^client/src/(words|theme|api)/' },
      to: { path: '^client/src/(parts|activities|embed|house|join|desk)/' },
    },
    {
      name: 'client-parts',
      comment: 'parts/ know no activity and no entry.',
      severity: 'error',
      from: { path: '^client/src/parts/' },
      to: { path: '^client/src/(activities|embed|house|join|desk)/' },
    },
    {
      name: 'client-activities-stand-apart',
      comment: 'Activities never import each other: what they share is a part.',
      severity: 'error',
      from: { path: '^client/src/activities/([^/]+)/' },
      to: { path: '^client/src/activities/', pathNot: '^client/src/activities/$1/' },
    },
    {
      name: 'client-and-server-apart',
      comment: 'The client knows the server by its HTTP contract only.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^src/' },
    },
    {
      name: 'plain-names',
      comment:
        'No services, helpers, managers or drawers for everything: name the job (docs/decisions/0002).',
      severity: 'error',
      from: {},
      to: { path: '^(src|client)/.*(\\.(service|helper|manager)\\.ts$|/(utils|common|base)/)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
};
