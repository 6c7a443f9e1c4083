package io.keeling.bench.reader;

import io.keeling.reader.RawPage;

/**
 * A page of a labelled set.
 *
 * @param file its file as the set names it
 * @param page the page
 */
record CorpusPage(String file, RawPage page) {}
