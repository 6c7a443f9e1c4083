/** Measures the roles together, on Kafka and PostgreSQL. */
@NullMarked
package io.keeling.bench.chain;

import org.jspecify.annotations.NullMarked;
