/** Measures the reader beside others. */
@NullMarked
package io.keeling.bench.reader;

import org.jspecify.annotations.NullMarked;
