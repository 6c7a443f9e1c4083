package io.keeling.app.extract;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One page to extract. Immutable and safe to share between threads.
 *
 * @param label what the output line repeats as {@code file}; null for a URL
 * @param path the file, may be gzipped; null for a URL
 * @param url the page's address, if it is known
 * @param charset what the server said in {@code Content-Type}, if that is known
 */
public record Input(
    @Nullable String label, @Nullable Path path, @Nullable String url, @Nullable String charset) {}
