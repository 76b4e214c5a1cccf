import { checkZip, STEP_WORDS } from './check-zip.ts';
import { about, courseLines, verdict, type Line } from './lines.ts';

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
};

/** Lets the browser draw what was just said. */
const drawn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 20));

function element({ tone, zh, en }: Line): HTMLElement {
  const line = document.createElement(tone === 'head' ? 'h2' : 'p');
  line.className = tone;
  const english = document.createElement('small');
  english.textContent = en;
  line.append(zh, ' ', english);
  return line;
}

async function check(file: File): Promise<void> {
  const result = part('result');
  result.replaceChildren();
  const say = (text: string): void => void (part('progress').textContent = text);
  say(`${file.name}：读取……`);
  await drawn();
  const began = performance.now();
  const report = await checkZip(new Uint8Array(await file.arrayBuffer()), (step) => {
    say(`${STEP_WORDS[step]}……`);
    return drawn();
  });
  const lines = report.read ? [...about(report.read), ...courseLines(report.read)] : [];
  result.append(...[...verdict(report), ...lines].map(element));
  say(`${file.name}：核验完毕，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`);
  document.body.dataset['verdict'] = report.faults.length === 0 && report.read ? 'good' : 'bad';
}

function checkFirst(files: FileList | null | undefined): void {
  const file = files?.[0];
  if (file) check(file).catch((error: unknown) => void (part('progress').textContent = String(error)));
}

const input = part('file') as HTMLInputElement;
input.addEventListener('change', () => checkFirst(input.files));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  checkFirst(event.dataTransfer?.files);
});
