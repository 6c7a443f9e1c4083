/** Measures imports. */
@NullMarked
package io.keeling.bench.imports;

import org.jspecify.annotations.NullMarked;
