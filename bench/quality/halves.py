"""Cuts a set of pages in two by site, as those who built the reader did: errors were looked at in the first half alone.

The half is the first hexadecimal digit of the MD5 of the registrable domain: 0 to 7 was opened. Suffixes are those of
the public suffix list that ships in crawler-commons, which the reader uses as well.
"""
import functools
import glob
import hashlib
import os
import urllib.parse
import zipfile

from results import ROOT


@functools.lru_cache(maxsize=None)
def suffixes():
    jar = sorted(glob.glob(os.path.join(ROOT, "bench/target/lib/crawler-commons-*.jar")))[-1]
    with zipfile.ZipFile(jar) as archive:
        name = next(n for n in archive.namelist() if n.endswith("effective_tld_names.dat"))
        text = archive.read(name).decode("utf-8").split("===BEGIN PRIVATE DOMAINS===")[0]
    return frozenset(line.split()[0] for line in text.splitlines() if line.strip() and not line.startswith("//"))


def site(host):
    labels = host.lower().strip(".").split(".")
    for first in range(len(labels)):
        rest = ".".join(labels[first:])
        if "!" + rest in suffixes():
            return rest
        if rest in suffixes() or "*." + ".".join(labels[first + 1:]) in suffixes():
            return ".".join(labels[max(first - 1, 0):])
    return ".".join(labels[-2:])


def digit(url):
    """The digit that decides. Some pages have a name in the place of an address, such as hard::pcgamer.com.skyrim.html."""
    host = urllib.parse.urlsplit(url or "").hostname or (url or "").split("::")[-1]
    return hashlib.md5(site(host).encode()).hexdigest()[0]


def half(url):
    return "opened" if digit(url) in "01234567" else "unopened"
