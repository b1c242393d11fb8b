import { Cluster } from './database.ts';
const c = await Cluster.start(true);
const d = await c.fill(Number(process.argv[2] ?? 10000));
console.log(d.url);
setInterval(() => {}, 1000);
