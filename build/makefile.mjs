// makefile.mjs < EXPLAINED: turns what `pipelinekit explain` says about a pipeline into the Makefile that a user would keep by hand:
// a target per job with the same commands, folders and variables, an install per folder, and `all` for the jobs of the quality gate.
// Exit code 1 if there is no job of a quality gate.
import { readFileSync } from 'node:fs';

const jobs = [];
for (const line of readFileSync(0, 'utf8').split('\n')) {
  const head = /^([a-z0-9-]+) - /.exec(line);
  if (head) {
    jobs.push({ id: head[1], folder: '.', env: [], install: [], run: [], gate: false });
    continue;
  }
  const [, key, value] = /^ {2}([a-z]+) +(.*)$/.exec(line) ?? [];
  const job = jobs.at(-1);
  if (!job || !key) continue;
  if (key === 'phase') job.gate = value.includes('counted by the quality gate');
  if (key === 'folder') job.folder = value;
  if (key === 'env') job.env.push(variable(value));
  if (key === 'install') job.install.push(command(value));
  if (key === 'run') job.run.push(command(value));
}

const gate = jobs.filter((job) => job.gate && job.run.length > 0);
if (gate.length === 0) throw new Error('no job of a quality gate was explained');
const installs = new Map(gate.filter((job) => job.install.length > 0).map((job) => [key(job), job]));
console.log(`.PHONY: all ${[...gate.map((job) => job.id), ...installs.keys()].join(' ')}\nall: ${gate.map((job) => job.id).join(' ')}\n`);
for (const [name, job] of installs) print(name, [], job.install.map((c) => recipe(job, c)));
for (const job of gate) {
  print(job.id, job.install.length > 0 ? [key(job)] : [], [`@mkdir -p ${job.folder}/reports/${job.id}`, ...job.run.map((c) => recipe(job, c))]);
}

function key(job) {
  return `install-${job.folder === '.' ? 'root' : job.folder.replaceAll('/', '-')}`;
}

function print(target, needs, lines) {
  console.log(`${target}: ${needs.join(' ')}\n${lines.map((line) => `\t${line}\n`).join('')}`);
}

function recipe(job, { words, output, ignored }) {
  return `${ignored ? '-' : ''}cd ${job.folder} && ${[...job.env, ...words].join(' ')}${output ? ` > ${output}` : ''}`.replaceAll('$', '$$$$');
}

function variable(text) {
  const [, name, value] = /^(\S+) = (.*)$/.exec(text);
  return `${name}=${quote(value)}`;
}

// A command as explain writes it: words, in single quotes where they hold a blank, and behind three blanks in brackets what happens to it.
function command(text) {
  const [, line, notes = ''] = /^(.*?)(?: {3}\((.*)\))?$/.exec(text);
  return {
    words: [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quote(quoted ?? bare)),
    output: /output to (\S+?)(?:;|$)/.exec(notes)?.[1],
    ignored: notes.includes('findings are reported only'),
  };
}

function quote(word) {
  return /^[A-Za-z0-9_./:=@,+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
