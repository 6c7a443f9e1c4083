"""Holds what was read of pages against what a browser shows of them, without a network.

    bench/quality/rendered.py SET PREDICTIONS [PAGES]

SET is a folder with truth.jsonl and gzipped pages, PREDICTIONS what was read of them, a line a page (`keeling extract
--manifest`). Of the half that may be opened, PAGES (50) are taken at even distances. Each is rendered by Chromium without its
own scripts; one of ours at its end notes the paragraphs that are laid out and visible. Prints one line a page, the words that were read
and are not shown (`unseen`), and the words of the largest run of shown paragraphs that were not read (`missed`), which
is either another story or a hole in the article: look at it.
"""
import gzip
import html
import json
import os
import re
import subprocess
import sys
import tempfile

from halves import half

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
WORD = re.compile(r"\w+")
SCRIPT = re.compile(rb"<script\b.*?</script\s*>", re.S | re.I)

# Runs after the page's own scripts: text of elements that have a box, are not hidden, and hold text of their own.
NOTE = """
<script>addEventListener('load', () => setTimeout(() => {
  const lines = [];
  for (const e of document.body.querySelectorAll('p,li,h1,h2,h3,h4,blockquote,td,th,div,section,figcaption')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim().length > 2);
    const style = getComputedStyle(e);
    if ((own || /^(P|LI|H\\d)$/.test(e.tagName)) && e.getClientRects().length && style.visibility !== 'hidden'
        && parseFloat(style.opacity) > 0) {
      lines.push(e.innerText.replace(/\\s+/g, ' ').trim());
    }
  }
  document.documentElement.innerHTML = '<pre id=seen></pre>';
  document.getElementById('seen').textContent = JSON.stringify(lines.filter(l => l));
}, 300));</script>
"""


def rendered(page, folder):
    """The shown paragraphs; without the page's own scripts, which wait for servers that are not there."""
    page = SCRIPT.sub(b"", page)
    path = os.path.join(folder, "page.html")
    with open(path, "wb") as file:
        file.write(page + NOTE.encode())
    command = [*os.environ.get("NICE", "").split(), CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu",
               "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
               "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=4000", "--timeout=20000",
               "--user-data-dir=" + os.path.join(folder, "profile"), "--dump-dom", "file://" + path]
    try:
        dump = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120).stdout.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        return None
    seen = re.search(r'<pre id="seen">(.*?)</pre>', dump, re.S)
    return json.loads(html.unescape(seen.group(1))) if seen else None


def shingles(text):
    words = [word.lower() for word in WORD.findall(text.replace("\u00ad", ""))]
    return words, {tuple(words[i:i + 4]) for i in range(len(words) - 3)}


def main():
    set_, predictions, count = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 50
    with open(os.path.join(set_, "truth.jsonl"), encoding="utf-8") as file:
        pages = [page for page in map(json.loads, file) if half(page.get("url")) == "opened"]
    with open(predictions, encoding="utf-8") as file:
        read = {os.path.basename(line["file"]): line for line in map(json.loads, file)}
    with tempfile.TemporaryDirectory() as folder:
        for page in pages[::max(1, len(pages) // count)][:count]:
            with gzip.open(os.path.join(set_, page["file"])) as file:
                shown = rendered(file.read(), folder)
            text = read.get(os.path.basename(page["file"]), {}).get("text") or ""
            report(page, text, shown)


def report(page, text, shown):
    name = os.path.basename(page["file"])
    if shown is None:
        print(f"{name}\tnot rendered\t{page.get('url')}", flush=True)
        return
    words, own = shingles(text)
    all_shown = set()
    missed, run, best = 0, [], []
    for line in shown:
        line_words, line_own = shingles(line)
        all_shown |= line_own
        if len(line_words) >= 12 and len(line_own & own) < 0.3 * len(line_own):
            run.append(line)
            missed += len(line_words)
        elif len(line_own & own) >= 0.5 * len(line_own) and line_own:
            run = []
        best = max(best, run, key=lambda r: sum(len(WORD.findall(x)) for x in r))
    unseen = sum(1 for one in own if one not in all_shown)
    print(f"{name}\tread {len(words)}\tunseen {unseen}\tmissed {sum(len(WORD.findall(x)) for x in best)}\t{page.get('url')}", flush=True)
    for line in best[:2]:
        print("    - " + line[:160], flush=True)


if __name__ == "__main__":
    main()
