/** Measures memory over time, and under a backlog. */
@NullMarked
package io.keeling.bench.memory;

import org.jspecify.annotations.NullMarked;
