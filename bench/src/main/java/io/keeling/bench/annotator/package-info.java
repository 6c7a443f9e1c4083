/** Measures tagging. */
@NullMarked
package io.keeling.bench.annotator;

import org.jspecify.annotations.NullMarked;
